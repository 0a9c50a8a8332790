import type { ReactNode } from 'react';
import { Card } from '../../components/card.tsx';
import { Logo } from '../../components/logo.tsx';
import { ThemeToggle } from '../../components/theme.tsx';
import { LinkTo } from '../../components/ui-provider.tsx';
import type { AppName } from '../../lib/words.ts';
import { SkipLink } from './app-shell.tsx';

export interface PublicLink {
  label: string;
  href: string;
}

export interface PublicShellProps {
  app: AppName;
  links?: readonly PublicLink[];
  actions?: ReactNode;
  footerLinks?: readonly PublicLink[];
  footerNote?: ReactNode;
  organisation?: string;
  homeHref?: string;
  children: ReactNode;
}

function Links({
  links,
  label,
  className,
}: {
  links: readonly PublicLink[];
  label: string;
  className?: string;
}) {
  return (
    <nav aria-label={label} className={className}>
      {links.map((link) => (
        <LinkTo key={link.href} href={link.href} className="rounded-sm text-ink-soft text-sm hover:text-ink">
          {link.label}
        </LinkTo>
      ))}
    </nav>
  );
}

/** The frame of pages that need no sign-in. */
export function PublicShell(props: PublicShellProps) {
  const {
    app,
    links = [],
    actions,
    footerLinks = [],
    footerNote,
    organisation,
    homeHref = '/',
    children,
  } = props;
  return (
    <div data-slot="public-shell" className="flex min-h-dvh flex-col bg-canvas">
      <SkipLink />
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
          <Logo app={app} name={organisation} href={homeHref} className="mr-auto" />
          {links.length > 0 && (
            <Links
              label="Main"
              links={links}
              className="flex flex-wrap gap-x-5 gap-y-1 max-md:order-last max-md:w-full"
            />
          )}
          <div className="flex items-center gap-2">
            <ThemeToggle />
            {actions}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="border-line border-t bg-surface">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-6 text-ink-faint text-sm sm:px-6">
          <div>{footerNote ?? organisation ?? 'Goodword'}</div>
          {footerLinks.length > 0 && (
            <Links label="Footer" links={footerLinks} className="flex flex-wrap gap-x-5 gap-y-1" />
          )}
        </div>
      </footer>
    </div>
  );
}

export interface AuthCardProps {
  app: AppName;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  organisation?: string;
  homeHref?: string;
}

/** One thing to do in the middle of a calm page: sign in, reset, confirm. */
export function AuthCard({
  app,
  title,
  description,
  children,
  footer,
  organisation,
  homeHref = '/',
}: AuthCardProps) {
  return (
    <main
      id="main"
      data-slot="auth-card"
      className="flex min-h-dvh flex-col items-center justify-center gap-6 bg-canvas bg-[radial-gradient(60rem_30rem_at_50%_-10rem,var(--accent-soft),transparent)] px-4 py-10"
    >
      <Logo app={app} name={organisation} size={36} href={homeHref} />
      <Card as="div" padded={false} className="w-full max-w-md px-6 py-7 sm:px-8">
        <h1 className="font-semibold text-ink text-lg tracking-tight">{title}</h1>
        {description && <p className="mt-1 text-pretty text-ink-soft text-sm leading-6">{description}</p>}
        <div className="mt-6 grid gap-4">{children}</div>
      </Card>
      {footer && <div className="max-w-md text-center text-ink-soft text-sm">{footer}</div>}
    </main>
  );
}
