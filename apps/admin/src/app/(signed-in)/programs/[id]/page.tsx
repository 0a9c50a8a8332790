import type { Metadata } from 'next';
import { ProgramDetail } from '../../../../features/programs/program-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Program' };

export default screen<'id'>(async ({ api, params }) => (
  <ProgramDetail program={await api.programs.get({ id: params.id })} />
));
