import type { Metadata } from 'next';
import { GroupDetail } from '../../../../features/partner-groups/group-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner group' };

export default screen<'id'>(async ({ api, params, person }) => {
  const { id } = params;
  const [group, groups, members, moves] = await Promise.all([
    api.partnerGroups.get({ id }),
    api.partnerGroups.list(),
    api.partners.list({ group: id }),
    api.partnerGroups.moves({ groupId: id }),
  ]);
  return (
    <GroupDetail
      group={group}
      groups={groups}
      members={members}
      moves={moves}
      currency={person.organisation.currency}
    />
  );
});
