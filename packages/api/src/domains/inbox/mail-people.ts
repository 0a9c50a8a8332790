import type { Tx } from '@goodword/db';
import type { NotificationKind } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { type Mailer, sendMessage, type Template } from '../notifications/index.ts';
import { type Kind, kindNamed } from './catalogue.ts';
import { partnerMay } from './find-readers.ts';
import { choicesOf } from './inbox.queries.ts';
import { channelsFor } from './inbox.ts';
import { accountOfClient, addressOnFile, membersOf, type Reader } from './readers.queries.ts';
import { unsubscribeUrl } from './unsubscribe.ts';

/** Somebody a mail goes to. Without an account there is an address on file only, and nothing was chosen. */
export interface MailRecipient {
  email: string;
  name: string;
  reader: Reader | null;
}

export interface MailToPeople<Data> {
  kind: NotificationKind;
  /** Whose people. */
  party: { partnerId: string } | { clientId: string };
  template: Template<Data>;
  subjectId: string;
  eventId: string;
  data: (tx: Tx, recipient: MailRecipient) => Promise<Data>;
  /** The parts of a client's data in it, as consent lets them now; asked again before every delivery. */
  discloses?: (tx: Tx) => Promise<readonly string[]>;
}

/**
 * Sends a mail about a kind of news to each person of a partner, or to the client, who wants mail about it. The one
 * place where choices decide about mails of the domains.
 */
export async function mailPeople<Data>(
  ctx: Context & { mailer: Mailer },
  mail: MailToPeople<Data>,
): Promise<void> {
  const kind = kindNamed(mail.kind);
  for (const recipient of await inScope(ctx, (tx) => recipientsOf(tx, kind, mail.party))) {
    const { email, reader } = recipient;
    await sendMessage(ctx, {
      template: mail.template,
      to: email,
      subjectId: mail.subjectId,
      dedupeKey: `${mail.eventId}:${mail.template.name}:${email}`,
      data: (tx) => mail.data(tx, recipient),
      discloses: mail.discloses,
      unsubscribeUrl:
        reader && !kind.mailNeeded ? (tx) => unsubscribeUrl(tx, ctx, reader, kind.name) : undefined,
    });
  }
}

async function recipientsOf(
  tx: Tx,
  kind: Kind,
  party: MailToPeople<unknown>['party'],
): Promise<MailRecipient[]> {
  const people = await peopleOf(tx, kind, party);
  if (people.length === 0) {
    const onFile = await addressOnFile(tx, party);
    return onFile ? [{ ...onFile, reader: null }] : [];
  }
  const choices = await choicesOf(
    tx,
    people.map(({ accountId }) => accountId),
  );
  return people
    .filter(({ accountId }) => channelsFor(kind, choices.get(accountId) ?? []).email)
    .map((reader) => ({ email: reader.email, name: reader.name, reader }));
}

async function peopleOf(tx: Tx, { readers }: Kind, party: MailToPeople<unknown>['party']): Promise<Reader[]> {
  if ('clientId' in party) return accountOfClient(tx, party.clientId);
  return readers !== 'client' && 'may' in readers
    ? membersOf(tx, party.partnerId, partnerMay(readers.may))
    : [];
}
