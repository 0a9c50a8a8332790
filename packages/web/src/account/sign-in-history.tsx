import type { Outputs } from '@goodword/api';
import { Badge, type BadgeProps, DateTime } from '@goodword/ui';

type SignIn = Outputs['account']['overview']['signIns'][number];

const outcomes: Record<SignIn['outcome'], { label: string; tone: BadgeProps['tone'] }> = {
  signed_in: { label: 'Signed in', tone: 'success' },
  second_step_owed: { label: 'Password right, second step asked for', tone: 'neutral' },
  wrong_password: { label: 'Wrong password', tone: 'warning' },
  refused: { label: 'Refused: the account is closed', tone: 'danger' },
  second_step_failed: { label: 'Second step failed', tone: 'danger' },
  session_ended: { label: 'A session was ended', tone: 'neutral' },
  signed_out_everywhere: { label: 'Signed out everywhere', tone: 'neutral' },
};

const methods: Record<NonNullable<SignIn['method']>, string> = {
  password: 'password',
  totp: 'code from the app',
  passkey: 'passkey',
  recovery_code: 'recovery code',
  link: 'link from a mail',
};

/** How an account was entered or tried. The address itself is not kept: only whether it is the one asked from. */
export function SignInHistory({ signIns }: { signIns: readonly SignIn[] }) {
  if (signIns.length === 0) return <p className="text-ink-soft text-sm">No sign-in yet.</p>;
  return (
    <ul className="grid gap-3">
      {signIns.map(({ id, at, outcome, method, device, fromHere }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
          <span>
            <DateTime value={at} />
            <span className="block text-[0.8125rem] text-ink-soft">
              {[device, method && methods[method], fromHere && 'from the address you use now']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <Badge tone={outcomes[outcome].tone}>{outcomes[outcome].label}</Badge>
        </li>
      ))}
    </ul>
  );
}
