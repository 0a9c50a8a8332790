import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { NotificationBell } from './notification-bell.tsx';

const item = (id: string, readAt: Date | null) => ({
  id,
  title: `Lead ${id} waits`,
  detail: null,
  href: `/leads/${id}`,
  occurredAt: new Date('2026-03-02T09:00:00Z'),
  readAt,
});

function setUp(unread = 1) {
  const onRead = vi.fn();
  const onMark = vi.fn();
  const onReadAll = vi.fn();
  render(
    <NotificationBell
      unread={unread}
      items={[item('one', null), item('two', new Date())]}
      state="ready"
      onRead={onRead}
      onMark={onMark}
      onReadAll={onReadAll}
      onRetry={vi.fn()}
      allHref="/notifications"
    />,
  );
  return { onRead, onMark, onReadAll };
}

test('the number of unread ones is part of the name and is announced', () => {
  setUp(3);
  expect(screen.getByRole('button', { name: 'Notifications, 3 unread' })).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('3 unread notifications');
});

test('with the keyboard alone one is opened and thereby read, and the read one is left alone', async () => {
  const { onRead } = setUp();
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{Enter}');
  screen.getByRole('link', { name: /Unread:\s*Lead one waits/ }).focus();
  await user.keyboard('{Enter}');
  expect(onRead).toHaveBeenCalledExactlyOnceWith('one');
});

test('one is marked as read where it stands, and all at once', async () => {
  const { onRead, onMark, onReadAll } = setUp();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Notifications, 1 unread' }));
  await user.click(screen.getByRole('button', { name: 'Mark as read: Lead one waits' }));
  expect(onMark).toHaveBeenCalledExactlyOnceWith('one');
  expect(onRead).not.toHaveBeenCalled();
  expect(screen.queryByRole('button', { name: 'Mark as read: Lead two waits' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Mark all as read' }));
  expect(onReadAll).toHaveBeenCalledOnce();
});
