import { answerTrpc } from '../../../../trpc/server.ts';

export { answerTrpc as GET, answerTrpc as POST };
