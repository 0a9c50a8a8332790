import { permissions, type Role } from '../auth/permissions.ts';
import type { ProcedureMeta } from '../trpc/trpc.ts';

const roles: Role[] = [
  'anonymous',
  'admin',
  'manager',
  'coordinator',
  'finance',
  'auditor',
  'partner_owner',
  'partner_member',
  'partner_onlooker',
  'patient',
];

/** docs/permissions.md: who may do what, and which procedure takes which permission. */
export function permissionsPage(procedureFacts: Record<string, { _def: ProcedureFacts }>): string {
  const label = (role: string) => role.replace('partner_', 'partner ');
  const table = Object.entries(permissions).map(([name, allowed]) => {
    const cells = roles.map((role) => ((allowed as readonly Role[]).includes(role) ? '●' : ''));
    return `| \`${name}\` | ${cells.join(' | ')} |`;
  });
  const procedures = Object.entries(procedureFacts)
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(
      ([path, { _def }]) =>
        `| \`${path}\` | ${_def.type} | ${_def.meta.audiences.join(', ')} | \`${_def.meta.permission}\` |`,
    );
  return [
    '# Permissions',
    '',
    'Generated from `packages/api/src/auth/permissions.ts` and the procedures with `npm run docs`. Do not edit.',
    '',
    'Each app states its audience and refuses procedures of the others; then the role decides. A test walks every',
    'procedure with every role. Row-level security backs both in the database.',
    '',
    '## Roles',
    '',
    `| permission | ${roles.map(label).join(' | ')} |`,
    `| --- |${' :-: |'.repeat(roles.length)}`,
    ...table,
    '',
    '## Procedures',
    '',
    '| procedure | kind | apps | permission |',
    '| --- | --- | --- | --- |',
    ...procedures,
    '',
  ].join('\n');
}

export interface ProcedureFacts {
  type: string;
  meta: ProcedureMeta;
}
