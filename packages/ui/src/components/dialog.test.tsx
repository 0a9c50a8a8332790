import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Dialog } from './dialog.tsx';
import { Input } from './input.tsx';

it('puts the focus on the first field and gives it back when it closes', async () => {
  const user = userEvent.setup();
  render(
    <Dialog trigger={<button type="button">Edit</button>} title="Edit name" description="Shown to everyone.">
      <Input aria-label="Name" />
    </Dialog>,
  );
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  expect(screen.getByRole('dialog', { name: 'Edit name' })).toHaveAccessibleDescription('Shown to everyone.');
  expect(screen.getByLabelText('Name')).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus();
});
