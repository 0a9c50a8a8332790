import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { StaffList } from '../../../features/staff/staff-list.tsx';
import { mayPerson } from '../../../lib/may.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Staff' };

export default screen(async ({ api, person }) => {
  const [staff, invitations] = await Promise.all([api.staff.list(), api.staff.invitations()]);
  return (
    <Page>
      <PageHeader title="Staff" description="Who signs in here, and what they may do." />
      <StaffList staff={staff} invitations={invitations} canManage={mayPerson(person, 'settings.manage')} />
    </Page>
  );
});
