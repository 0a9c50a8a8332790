import { appRouter } from '../root.ts';
import { type ProcedureFacts, permissionsPage } from './permissions-page.ts';
import { stateMachinesPage } from './state-machines-page.ts';

const { procedures } = appRouter._def as unknown as { procedures: Record<string, { _def: ProcedureFacts }> };

/** File name below docs/ → content. */
export function generatedDocs(): Record<string, string> {
  return { 'permissions.md': permissionsPage(procedures), 'state-machines.md': stateMachinesPage() };
}
