import { answerReady } from '../../trpc/server.ts';

export const dynamic = 'force-dynamic';
export { answerReady as GET };
