import { cn } from '@goodword/ui';

export interface MailFrameProps {
  title: string;
  html: string;
  short?: boolean;
}

/** A mail as the recipient gets it. Its markup runs in a closed frame: no scripts, no forms, no own origin. */
export function MailFrame({ title, html, short }: MailFrameProps) {
  return (
    <iframe
      title={title}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={html}
      className={cn('w-full rounded-control border border-line bg-white', short ? 'h-80' : 'h-[42rem]')}
    />
  );
}
