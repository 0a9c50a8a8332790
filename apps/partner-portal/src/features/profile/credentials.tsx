'use client';

import type { Outputs } from '@goodword/api';
import { credentialKindName, regionName } from '@goodword/api/client';
import { Alert, Badge, type BadgeProps, Card, DateOnly, EmptyState, TextLink } from '@goodword/ui';
import { FileText } from 'lucide-react';
import { useMay } from '../../frame/person.tsx';
import { AddCredential } from './add-credential.tsx';
import { AttachDocument } from './attach-document.tsx';

type Profile = Outputs['portalProfile']['get'];
type Credential = Profile['credentials'][number];

const badges: Record<Credential['status'], { label: string; tone: BadgeProps['tone'] }> = {
  waiting: { label: 'Being checked', tone: 'warning' },
  verified: { label: 'Verified', tone: 'success' },
  expiring: { label: 'Ends soon', tone: 'warning' },
  expired: { label: 'Expired: no new leads with it', tone: 'danger' },
  refused: { label: 'Not accepted', tone: 'danger' },
  superseded: { label: 'Renewed', tone: 'neutral' },
};

/** Licences and registrations: what is asked for, what was given, and how far each is. */
export function Credentials({ profile }: { profile: Profile }) {
  const { credentials, requirements } = profile;
  const mayGive = useMay()('portal.own') && profile.status !== 'terminated';
  return (
    <section id="credentials" className="scroll-mt-20">
      <Card
        title="Credentials"
        description="Licences and registrations. Add the renewed one before the old one ends."
        actions={mayGive && <AddCredential requirements={requirements} />}
      >
        <div className="grid gap-4">
          <Missing requirements={requirements} />
          {credentials.length === 0 ? (
            <EmptyState compact drawing="list" title="No credentials on file">
              {requirements.length > 0
                ? 'Add the one asked for above; we check it.'
                : 'Your work with us needs none.'}
            </EmptyState>
          ) : (
            <ul aria-label="Credentials" className="grid gap-4">
              {credentials.map((item) => (
                <Held key={item.id} item={item} mayGive={mayGive} />
              ))}
            </ul>
          )}
        </div>
      </Card>
    </section>
  );
}

function Held({ item, mayGive }: { item: Credential; mayGive: boolean }) {
  const name = `${credentialKindName(item.kind)} ${item.number}`;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-t pt-4 text-sm first:border-t-0 first:pt-0">
      <div className="grid min-w-0 gap-1">
        <span className="break-words font-medium text-ink">{name}</span>
        <span className="text-ink-soft">
          {item.authority} · {regionName(item.region)} · until <DateOnly value={item.expiresAt} />
        </span>
        {item.refusalReason && <span className="text-danger-ink">{item.refusalReason}</span>}
        {item.documents.map(({ id, fileName }) => (
          <span key={id} className="flex items-center gap-2">
            <FileText aria-hidden className="size-4 shrink-0 text-ink-faint" />
            <TextLink href={`/documents/${id}`} download className="min-w-0 break-words">
              {fileName}
            </TextLink>
          </span>
        ))}
        {mayGive && item.status === 'waiting' && <AttachDocument credentialId={item.id} name={name} />}
      </div>
      <Badge tone={badges[item.status].tone}>{badges[item.status].label}</Badge>
    </li>
  );
}

function Missing({ requirements }: Pick<Profile, 'requirements'>) {
  const open = requirements.filter(({ status }) => status === 'missing' || status === 'expired');
  if (open.length === 0) return null;
  return (
    <Alert tone="warning" title="Needed before leads can be shared with you">
      <ul>
        {open.map(({ kind, region, typeName, status }) => (
          <li key={`${kind} ${region}`}>
            {credentialKindName(kind)} for {regionName(region)} ({typeName})
            {status === 'expired' && ': the one on file has expired'}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
