import { createWeb } from '@goodword/web/server';

/** The server side of this app: procedures as the person who asks, and pages that need one. */
export const {
  api,
  person,
  organisation,
  organisationIfReachable,
  requirePerson,
  screen,
  publicScreen,
  answerLogo,
  signInState,
  answerTrpc,
  answerHealth,
  answerReady,
} = createWeb('patient');
