'use client';

import type { Inputs } from '@goodword/api';
import {
  Button,
  CopyField,
  Dialog,
  Field,
  Input,
  QrCode,
  Textarea,
  TextLink,
  toast,
  useHydrated,
} from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';
import { Mail, MessageCircle, MessageSquareText, QrCode as QrIcon, Share } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { FriendOffer } from '../../lib/friend-offer.tsx';
import { intents, withLink, withoutLink } from './share-words.ts';
import type { FriendProgram } from './types.ts';

type Channel = Inputs['invites']['create']['channel'];

const tileClasses =
  'flex min-h-16 flex-col items-center justify-center gap-1.5 rounded-control border border-line bg-surface px-2 py-2.5 text-center font-medium text-[0.8125rem] text-ink shadow-card transition-colors hover:bg-hover [&_svg]:size-5 [&_svg]:text-accent-ink';

const MESSAGE_LIMIT = 500;

interface WayProps {
  href: string;
  icon: ReactNode;
  children: ReactNode;
  onUse: () => void;
}

/** Opens another app of the person with the message in it. */
function Way({ href, icon, children, onUse }: WayProps) {
  return (
    <a
      href={href}
      target={href.startsWith('https:') ? '_blank' : undefined}
      rel="noreferrer"
      onClick={onUse}
      className={tileClasses}
    >
      {icon}
      {children}
    </a>
  );
}

/** The share link first, with every way to pass it on, and what the friend will see. */
export function ShareSheet({ program, url }: { program: FriendProgram; url: string }) {
  const [message, setMessage] = useState(() => withoutLink(program.shareText, url));
  const [friend, setFriend] = useState('');
  const hydrated = useHydrated();
  const remember = useRemember(program.programId);
  const text = withLink(message, url);
  const ways = intents(text, `An invitation to ${program.name}`);
  const canShare = hydrated && typeof navigator.share === 'function';
  const noted = (channel: Channel) => {
    remember(channel, friend, message);
    setFriend('');
  };

  async function shareNatively() {
    try {
      await navigator.share({ text });
      noted('link');
    } catch {
      // The person closed the sheet of the device: nothing was shared and nothing is noted.
    }
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="grid content-start gap-5">
        {canShare && (
          <Button variant="primary" size="lg" className="w-full" icon={<Share />} onClick={shareNatively}>
            Share
          </Button>
        )}
        <CopyField label="Your link" value={url} help="One link for all your friends. It is only yours." />
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          <Way href={ways.whatsapp} icon={<MessageCircle aria-hidden />} onUse={() => noted('whatsapp')}>
            WhatsApp
          </Way>
          <Way href={ways.email} icon={<Mail aria-hidden />} onUse={() => noted('email')}>
            E-mail
          </Way>
          <Way href={ways.sms} icon={<MessageSquareText aria-hidden />} onUse={() => noted('sms')}>
            SMS
          </Way>
          <Dialog
            title="Let your friend scan this"
            description="It opens the same page as your link."
            size="sm"
            trigger={
              <button type="button" className={tileClasses}>
                <QrIcon aria-hidden />
                QR code
              </button>
            }
          >
            <div className="flex justify-center pt-2">
              <QrCode value={url} label="Code that opens your link" size={224} fileName="my-link" />
            </div>
          </Dialog>
        </div>
        <Field label="Your message" help="Say it in your own words. The link is added at the end." optional>
          <Textarea
            rows={3}
            maxLength={MESSAGE_LIMIT}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        </Field>
        <Field
          label="Who is it for?"
          help="A name for your own list. Your friend does not see it, and nobody else does."
          optional
        >
          <Input
            maxLength={80}
            autoComplete="off"
            value={friend}
            onChange={(event) => setFriend(event.target.value)}
          />
        </Field>
      </div>
      <Preview program={program} text={text} />
    </div>
  );
}

/** What arrives, word for word. */
function Preview({ program, text }: { program: FriendProgram; text: string }) {
  return (
    <section aria-label="What your friend gets" className="grid gap-3 self-start rounded-card bg-subtle p-4">
      <h3 className="font-medium text-ink text-sm">What your friend gets</h3>
      <p className="whitespace-pre-wrap break-words rounded-card rounded-bl-none border border-line bg-surface px-3.5 py-2.5 text-ink text-sm leading-6">
        {text}
      </p>
      <FriendOffer words={program.friendOffer} name={program.name} />
      {program.link && (
        <p className="text-[0.8125rem]">
          <TextLink href={`/i/${program.link.code}`}>See the page your friend sees</TextLink>
        </p>
      )}
    </section>
  );
}

/** Puts a named friend on the list once the message was handed to another app. */
function useRemember(programId: string) {
  const router = useRouter();
  const create = trpc.invites.create.useMutation();
  return (channel: Channel, friend: string, message: string) => {
    const label = friend.trim();
    if (!label) return;
    create.mutate(
      { programId, channel, label, message: message.trim() || undefined },
      {
        onSuccess: () => {
          toast.success(`${label} is on your list`);
          router.refresh();
        },
        onError: (error) =>
          toast.error(`${label} is not on your list`, { description: describeFailure(error).message }),
      },
    );
  };
}
