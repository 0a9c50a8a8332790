export { type DealReport, type DealSource, reportDeal } from './report-deal.ts';
