export { coverageStatusOf, openRegions, turnedDownRegions } from './read-coverage.ts';
