import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { CheckboxField, DateField, MoneyField, NumberField, SelectField, TextField } from './fields.tsx';
import { Form, FormError, SubmitButton } from './form.tsx';
import { useZodForm } from './use-zod-form.ts';

const schema = z.object({
  email: z.email(),
  type: z.enum(['channel', 'broker']),
  amount: z.bigint().nullable(),
  rateBps: z.number().int(),
  from: z.string().nullable(),
  agreed: z.literal(true, { error: 'Confirm that they agreed.' }),
});

type Values = z.output<typeof schema>;

function Invite({ onSubmit }: { onSubmit: (values: Values) => Promise<unknown> | unknown }) {
  const form = useZodForm(schema, { email: '', amount: null, rateBps: 1500, from: null });
  return (
    <Form form={form} onSubmit={onSubmit}>
      <FormError />
      <TextField name="email" label="Work e-mail" />
      <SelectField
        name="type"
        label="Partner type"
        placeholder="Choose"
        options={[
          { value: 'channel', label: 'Channel' },
          { value: 'broker', label: 'Broker' },
        ]}
      />
      <MoneyField name="amount" label="Budget" currency="AED" optional />
      <NumberField name="rateBps" label="Rate" unit="%" scale={100} />
      <DateField name="from" label="From" />
      <CheckboxField name="agreed" label="They agreed" />
      <SubmitButton>Send</SubmitButton>
    </Form>
  );
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('Work e-mail'), 'noor@example.test');
  await user.selectOptions(screen.getByLabelText('Partner type'), 'broker');
  await user.click(screen.getByLabelText('They agreed'));
}

describe('Form', () => {
  it('never puts what was typed into the address, even when a browser submits it by itself', () => {
    render(<Invite onSubmit={() => undefined} />);
    expect(screen.getByLabelText('Work e-mail').closest('form')?.method).toBe('post');
  });

  it('hands over typed values in stored units', async () => {
    const user = userEvent.setup();
    const onSubmit = vi.fn();
    render(<Invite onSubmit={onSubmit} />);
    await fill(user);
    await user.type(screen.getByLabelText(/Budget/), '1,250.5');
    await user.clear(screen.getByLabelText('Rate'));
    await user.type(screen.getByLabelText('Rate'), '12.5');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledOnce());
    expect(onSubmit.mock.calls[0]?.[0]).toEqual({
      email: 'noor@example.test',
      type: 'broker',
      amount: 125050n,
      rateBps: 1250,
      from: null,
      agreed: true,
    });
  });

  it('lists what is wrong in plain words, by field, and takes the focus there', async () => {
    const user = userEvent.setup();
    const onSubmit = vi.fn();
    render(<Invite onSubmit={onSubmit} />);
    await user.click(screen.getByRole('button', { name: 'Send' }));
    const summary = await screen.findByRole('alert');
    expect(summary.parentElement).toHaveFocus();
    expect(summary).toHaveTextContent('Work e-mail: Fill this in.');
    expect(summary).toHaveTextContent('Partner type: Choose one.');
    expect(summary).toHaveTextContent('Confirm that they agreed.');
    expect(screen.getByLabelText('Work e-mail')).toHaveAccessibleDescription('Fill this in.');
    await user.click(screen.getByRole('button', { name: 'Work e-mail: Fill this in.' }));
    expect(screen.getByLabelText('Work e-mail')).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('never takes an amount it can not read for an empty one', async () => {
    const user = userEvent.setup();
    const onSubmit = vi.fn();
    render(<Invite onSubmit={onSubmit} />);
    await fill(user);
    await user.type(screen.getByLabelText(/Budget/), '12,50');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByRole('alert');
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByLabelText(/Budget/)).toHaveAccessibleDescription(
      'Use a point for decimals, for example 1234.50.',
    );
  });

  it('submits once however often it is pressed', async () => {
    const user = userEvent.setup();
    let finish: () => void = () => undefined;
    const onSubmit = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    render(<Invite onSubmit={onSubmit} />);
    await fill(user);
    await user.type(screen.getByLabelText('Work e-mail'), '{Enter}{Enter}{Enter}');
    await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledOnce());
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    await user.type(screen.getByLabelText('Work e-mail'), '{Enter}');
    finish();
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled());
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it('keeps what was typed and says why when the server refuses', async () => {
    const user = userEvent.setup();
    render(<Invite onSubmit={() => Promise.reject(new Error('This partner was invited already.'))} />);
    await fill(user);
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This partner was invited already.');
    expect(screen.getByLabelText('Work e-mail')).toHaveValue('noor@example.test');
  });

  it('asks before unsaved changes are lost, not before there are any and not once they are saved', async () => {
    const user = userEvent.setup();
    render(<Invite onSubmit={vi.fn()} />);
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await fill(user);
    expect(leave()).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await vi.waitFor(() => expect(leave()).toBe(false));
    await user.type(screen.getByLabelText('Work e-mail'), 'x');
    expect(leave()).toBe(true);
  });

  it('keeps a dialog open when it is closed by accident over something unsaved', async () => {
    const user = userEvent.setup();
    const onOpenChange = vi.fn();
    const ask = vi.spyOn(window, 'confirm').mockReturnValue(false);
    render(
      <Dialog open onOpenChange={onOpenChange} title="Invite">
        <Invite onSubmit={vi.fn()} />
      </Dialog>,
    );
    await user.type(screen.getByLabelText('Work e-mail'), 'noor');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(ask).toHaveBeenCalledTimes(2);
    expect(onOpenChange).not.toHaveBeenCalled();
    ask.mockReturnValue(true);
    await user.keyboard('{Escape}');
    expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
    ask.mockRestore();
  });
});
