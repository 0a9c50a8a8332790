import { appRouter } from '../root.ts';
import { permissionsPage } from './permissions-page.ts';
import { stateMachinesPage } from './state-machines-page.ts';

/** File name below docs/ → content. */
export function generatedDocs(): Record<string, string> {
  return { 'permissions.md': permissionsPage(appRouter), 'state-machines.md': stateMachinesPage() };
}
