import type { Metadata } from 'next';
import { ApplicationReceived } from '../../../features/apply/received.tsx';
import { PublicFrame } from '../../../frame/public-frame.tsx';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } };

export default publicScreen(async () => {
  const { name } = await organisation();
  return (
    <PublicFrame organisation={name}>
      <ApplicationReceived organisation={name} />
    </PublicFrame>
  );
});
