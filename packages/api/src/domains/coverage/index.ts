export { coverageStatusOf } from './read-coverage.ts';
