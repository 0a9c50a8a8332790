export { offeredVersion } from './agreement.ts';
export { readAgreementText } from './agreement-text.ts';
export {
  findAcceptance,
  findAccepter,
  findAgreement,
  insertAcceptance,
  listAcceptances,
  listOwing,
} from './agreements.queries.ts';
export { makeAgreementCopy } from './make-copy.ts';
export { readStanding, readStandings, requireAgreement } from './read-standing.ts';
