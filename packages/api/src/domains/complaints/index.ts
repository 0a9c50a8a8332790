export { countOpenComplaints } from './complaints.queries.ts';
