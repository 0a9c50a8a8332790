import { answerLogo } from '../../../../trpc/server.ts';

export const GET = answerLogo;
