import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { StatusBadge } from './badge.tsx';
import { Button } from './button.tsx';
import { RadioGroup } from './choice.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { CopyField } from './copy.tsx';
import { Progress } from './feedback.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { MoneyInput } from './money.tsx';
import { DateOnly, DateTime, RelativeTime, relativeText } from './time.tsx';
import { type LinkProps, LinkTo, UiProvider } from './ui-provider.tsx';

describe('StatusBadge', () => {
  it('says the status in words and shows its tone', () => {
    render(<StatusBadge status="pending_review" />);
    expect(screen.getByText('Pending review').parentElement).toHaveAttribute('data-tone', 'warning');
  });
});

describe('RadioGroup', () => {
  it('is left when the focus leaves it, not when another option is pressed', async () => {
    const left = vi.fn();
    const user = userEvent.setup();
    const options = [
      { value: 'won', label: 'Won' },
      { value: 'lost', label: 'Lost' },
    ];
    render(<RadioGroup name="outcome" legend="Outcome" options={options} onBlur={left} />);
    await user.click(screen.getByLabelText('Won'));
    await user.click(screen.getByText('Lost'));
    await user.click(screen.getByLabelText('Won'));
    expect(left).not.toHaveBeenCalled();
    await user.tab();
    expect(left).toHaveBeenCalledOnce();
  });
});

describe('Field', () => {
  it('ties label, help and error to the control', () => {
    render(
      <Field label="Work e-mail" help="We send the invitation here." error="Enter an e-mail address.">
        <Input />
      </Field>,
    );
    const input = screen.getByLabelText('Work e-mail');
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription('We send the invitation here. Enter an e-mail address.');
  });

  it('says nothing about errors while there are none', () => {
    render(
      <Field label="Name">
        <Input />
      </Field>,
    );
    expect(screen.getByLabelText('Name')).not.toHaveAttribute('aria-invalid');
    expect(screen.getByLabelText('Name')).not.toHaveAttribute('aria-describedby');
  });
});

describe('Button', () => {
  it('can not be pressed again while it is loading', async () => {
    const onClick = vi.fn();
    render(
      <Button loading onClick={onClick}>
        Save
      </Button>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(onClick).not.toHaveBeenCalled();
  });
});

describe('ConfirmDialog', () => {
  const setup = (onConfirm: (answer: { reason: string }) => Promise<void> | void) =>
    render(
      <ConfirmDialog
        trigger={<button type="button">Suspend</button>}
        title="Suspend this partner?"
        consequence="They get no new leads."
        confirmLabel="Suspend partner"
        reason="required"
        onConfirm={onConfirm}
      />,
    );

  it('says what will happen and acts only with a reason', async () => {
    const onConfirm = vi.fn();
    setup(onConfirm);
    await userEvent.click(screen.getByRole('button', { name: 'Suspend' }));
    expect(screen.getByText('They get no new leads.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Suspend partner' }));
    expect(onConfirm).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Reason')).toHaveAccessibleDescription(
      'Give a reason. It is kept in the history.',
    );
    await userEvent.type(screen.getByLabelText('Reason'), '  Licence expired ');
    await userEvent.click(screen.getByRole('button', { name: 'Suspend partner' }));
    expect(onConfirm).toHaveBeenCalledExactlyOnceWith({ reason: 'Licence expired' });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('stays open and shows why when the act fails', async () => {
    setup(() => Promise.reject(new Error('This partner is suspended already.')));
    await userEvent.click(screen.getByRole('button', { name: 'Suspend' }));
    await userEvent.type(screen.getByLabelText('Reason'), 'x');
    await userEvent.click(screen.getByRole('button', { name: 'Suspend partner' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This partner is suspended already.');
  });
});

describe('LinkTo', () => {
  const AppLink = ({ href, children, ...rest }: LinkProps) => (
    <a data-app-link href={href} {...rest}>
      {children}
    </a>
  );

  it('uses the link of the app for its pages and a plain anchor for other sites', () => {
    render(
      <UiProvider linkComponent={AppLink}>
        <LinkTo href="/partners">Inside</LinkTo>
        <LinkTo href="https://example.test/">Outside</LinkTo>
        <LinkTo href="mailto:a@example.test">Mail</LinkTo>
      </UiProvider>,
    );
    expect(screen.getByText('Inside')).toHaveAttribute('data-app-link');
    expect(screen.getByText('Outside')).not.toHaveAttribute('data-app-link');
    expect(screen.getByText('Mail')).not.toHaveAttribute('data-app-link');
  });
});

describe('MoneyInput', () => {
  it('gives minor units while typing and tidies the text afterwards', async () => {
    const onValueChange = vi.fn();
    render(<MoneyInput aria-label="Amount" currency="KWD" value={null} onValueChange={onValueChange} />);
    await userEvent.type(screen.getByLabelText('Amount'), '1.5');
    expect(onValueChange.mock.lastCall).toEqual([1500n]);
    await userEvent.type(screen.getByLabelText('Amount'), 'x');
    expect(onValueChange.mock.lastCall?.slice(0, 2)).toEqual([
      null,
      'Enter an amount in digits, for example 1234.50.',
    ]);
  });

  it('shows a value that was set from outside', () => {
    const { rerender } = render(
      <MoneyInput aria-label="Amount" currency="USD" value={100n} onValueChange={vi.fn()} />,
    );
    expect(screen.getByLabelText('Amount')).toHaveValue('1.00');
    rerender(<MoneyInput aria-label="Amount" currency="USD" value={250n} onValueChange={vi.fn()} />);
    expect(screen.getByLabelText('Amount')).toHaveValue('2.50');
  });
});

describe('times', () => {
  const zone = (timeZone: string, child: React.ReactNode) => (
    <UiProvider timeZone={timeZone}>{child}</UiProvider>
  );

  it('shows a moment in the zone of the viewer', () => {
    render(zone('Asia/Dubai', <DateTime value="2026-03-01T22:30:00Z" showZone />));
    expect(screen.getByText(/Mar 2, 2026, 2:30\sAM GMT\+4/)).toHaveAttribute(
      'datetime',
      '2026-03-01T22:30:00.000Z',
    );
  });

  it('never moves a calendar day to another zone', () => {
    render(zone('America/Los_Angeles', <DateOnly value="2026-03-01" />));
    expect(screen.getByText('Mar 1, 2026')).toHaveAttribute('datetime', '2026-03-01');
  });

  it('reads no clock and no local zone on the server, so that hydration agrees', () => {
    const html = renderToString(
      <UiProvider>
        <DateTime value="2026-03-01T22:30:00Z" />
        <RelativeTime value="2026-03-01T22:30:00Z" />
      </UiProvider>,
    );
    expect(html).toContain('Mar 1, 2026, 10:30');
    expect(html).not.toContain('ago');
  });

  it.each([
    [-1, '1 minute ago'],
    [-59, '59 minutes ago'],
    [-60, '1 hour ago'],
    [-2 * 1440, '2 days ago'],
    [3 * 1440, 'in 3 days'],
    [0, 'now'],
  ])('puts %s minutes as "%s"', (minutes, text) => {
    expect(relativeText(minutes, 'en-US')).toBe(text);
  });

  it('shows a dash for a time that is none', () => {
    render(<DateTime value="soon" />);
    expect(screen.getByText('—')).toBeInTheDocument();
  });
});

describe('Progress', () => {
  it('stays inside its limits and says its value in words', () => {
    render(<Progress label="Open shares" value={14} max={10} valueText="14 of 10" tone="capacity" />);
    const bar = screen.getByRole('progressbar', { name: 'Open shares' });
    expect(bar).toHaveAttribute('aria-valuenow', '10');
    expect(bar).toHaveAttribute('aria-valuetext', '14 of 10');
  });
});

describe('CopyField', () => {
  it('keeps a secret hidden until the person asks, and copies it either way', async () => {
    const user = userEvent.setup();
    render(<CopyField label="API key" value="gw_live_1" secret />);
    expect(screen.getByLabelText('API key')).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Copy API key' }));
    expect(await navigator.clipboard.readText()).toBe('gw_live_1');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByLabelText('API key')).toHaveAttribute('type', 'text');
  });
});
