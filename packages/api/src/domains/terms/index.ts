export { decisionCounts, describeClosedGate, lawGate } from './law-gate.ts';
export { rangeFor, rateProblem } from './rate-range.ts';
export { requireAllowedTerms, requireLawGate } from './require-allowed-terms.ts';
export {
  insertLawDecision,
  insertPlan,
  listLawDecisions,
  lockLawDecision,
  readTermsSources,
  withdrawLawDecision,
} from './terms.queries.ts';
export { describeTerms, settleTerms, termsOf } from './terms.ts';
export { planAt, type TermsSources, termsInForce } from './terms-in-force.ts';
