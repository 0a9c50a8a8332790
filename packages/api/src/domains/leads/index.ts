export { addLead, type LeadWishes } from './create-lead.ts';
export { getLead, type LeadRow, leadTable } from './leads.queries.ts';
