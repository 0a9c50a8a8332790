'use client';

import type { Outputs } from '@goodword/api';
import { Alert, Card, DefinitionList, humanize, Page, PageHeader, StatusBadge, Tabs } from '@goodword/ui';
import { LinkOrDash, TimeOrDash } from '../../lib/facts.tsx';
import { MailFrame } from '../../lib/mail-frame.tsx';
import { pageOfId } from '../../lib/page-of-id.ts';

type Message = Outputs['messages']['get'];

function noteOf({ status, error, linksWork }: Message): string | null {
  if (status === 'suppressed') return error ?? 'This address asked for silence, so nothing was sent.';
  if (status !== 'captured') return null;
  return linksWork
    ? 'No mail server is set, so this message was kept and not sent. Links in it work.'
    : 'No mail server is set, so this message was kept and not sent. Ask an administrator for the link in it.';
}

export function MessageDetail({ message }: { message: Message }) {
  const note = noteOf(message);
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Messages', href: '/messages' }, { label: message.subject }]}
        title={message.subject}
        status={<StatusBadge status={message.status} />}
      />
      {note && <Alert tone="info">{note}</Alert>}
      {message.error && message.status !== 'suppressed' && (
        <Alert tone="danger" title="The last try failed">
          {message.error}
        </Alert>
      )}
      <Card>
        <DefinitionList
          columns={3}
          items={[
            { label: 'To', value: message.toAddress },
            { label: 'Kind', value: humanize(message.template) },
            {
              label: 'About',
              value: <LinkOrDash href={pageOfId(message.subjectId)}>{message.subjectId}</LinkOrDash>,
            },
            { label: 'Written', value: <TimeOrDash value={message.createdAt} /> },
            { label: 'Sent', value: <TimeOrDash value={message.sentAt} /> },
            { label: 'Tries', value: message.attempts },
          ]}
        />
      </Card>
      <Tabs
        label="Message"
        defaultValue="rendered"
        tabs={[
          {
            value: 'rendered',
            label: 'As sent',
            content: <MailFrame title={`Message: ${message.subject}`} html={message.html} />,
          },
          {
            value: 'text',
            label: 'Plain text',
            content: (
              <Card>
                <pre className="whitespace-pre-wrap break-words font-mono text-sm leading-6">
                  {message.body}
                </pre>
              </Card>
            ),
          },
        ]}
      />
    </Page>
  );
}
