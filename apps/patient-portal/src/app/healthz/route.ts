import { answerHealth } from '../../trpc/server.ts';

export const dynamic = 'force-dynamic';
export { answerHealth as GET };
