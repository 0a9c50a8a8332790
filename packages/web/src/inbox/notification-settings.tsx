'use client';

import type { Inputs, Outputs } from '@goodword/api';
import { Alert, Card, Checkbox, Page, PageHeader, RadioGroup, toast } from '@goodword/ui';
import { useRouter } from 'next/navigation';
import { trpc } from '../trpc.ts';

type Settings = Outputs['inbox']['settings'];
type Kind = Settings['kinds'][number];
type Channel = Inputs['inbox']['chooseChannel']['channel'];

const channels: readonly { channel: Channel; label: string }[] = [
  { channel: 'in_app', label: 'In the app' },
  { channel: 'email', label: 'E-mail at once' },
  { channel: 'digest', label: 'In the summary' },
];

function useChoices() {
  const router = useRouter();
  const say = {
    onSuccess: () => {
      toast.success('Saved');
      router.refresh();
    },
    onError: (error: { message: string }) => {
      toast.error('That was not saved', { description: error.message });
      router.refresh();
    },
  };
  return {
    channel: trpc.inbox.chooseChannel.useMutation(say),
    digest: trpc.inbox.chooseDigest.useMutation(say),
  };
}

function KindRow({ kind, onChoose }: { kind: Kind; onChoose: (channel: Channel, enabled: boolean) => void }) {
  return (
    <fieldset className="grid gap-2 px-5 py-3.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:gap-6">
      <legend className="sr-only">{kind.label}</legend>
      <div aria-hidden className="text-ink text-sm">
        {kind.label}
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {channels.map(({ channel, label }) => {
          const locked = channel === 'email' && kind.mailNeeded;
          return (
            <Checkbox
              key={`${channel} ${kind.channels[channel]}`}
              label={locked ? 'E-mail (always sent)' : label}
              defaultChecked={kind.channels[channel]}
              disabled={locked}
              onChange={(event) => onChoose(channel, event.target.checked)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

/** What a person is told and how. Each choice is saved where it is made. */
export function NotificationSettings({ settings }: { settings: Settings }) {
  const choose = useChoices();
  const groups = [...new Set(settings.kinds.map(({ group }) => group))];
  return (
    <Page width="narrow">
      <PageHeader
        title="What we tell you"
        description="Choose for each sort of news where it reaches you. Each choice is saved at once."
        breadcrumbs={[{ label: 'Notifications', href: '/notifications' }, { label: 'Settings' }]}
      />
      <Card
        title="Summary by e-mail"
        description="What you have not read, in one e-mail at eight in the morning of the organisation. None is sent when there is nothing."
      >
        <RadioGroup
          name="rhythm"
          legend="How often"
          options={[
            { value: 'daily', label: 'Every morning' },
            { value: 'weekly', label: 'Every Monday morning' },
            { value: 'never', label: 'Never' },
          ]}
          value={settings.rhythm}
          onValueChange={(rhythm) =>
            choose.digest.mutate({ rhythm: rhythm as Inputs['inbox']['chooseDigest']['rhythm'] })
          }
        />
      </Card>
      {groups.map((group) => (
        <Card key={group} title={group} padded={false}>
          <div className="divide-y divide-line border-line border-t">
            {settings.kinds
              .filter((kind) => kind.group === group)
              .map((kind) => (
                <KindRow
                  key={kind.kind}
                  kind={kind}
                  onChoose={(channel, enabled) =>
                    choose.channel.mutate({ kind: kind.kind, channel, enabled })
                  }
                />
              ))}
          </div>
        </Card>
      ))}
      <Alert tone="info" title="Always sent">
        Confirmations, invitations, links you ask for, and messages about the security of your account cannot
        be switched off: you would be locked out or left in the dark without them.
      </Alert>
    </Page>
  );
}
