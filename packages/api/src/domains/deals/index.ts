export { reportDeal } from './report-deal.ts';
