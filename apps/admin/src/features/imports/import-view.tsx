'use client';

import type { Outputs } from '@goodword/api';
import { Alert, Card, DateTime, Page, PageHeader, Stat, StatGrid } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { RunProgress } from '../../lib/run-progress.tsx';
import { isOpenRun } from '../../lib/run-words.ts';
import { ImportRows } from './import-rows.tsx';
import { ImportSettings } from './import-settings.tsx';

type Detail = Outputs['imports']['get'];
type Run = NonNullable<Detail['check']>;

export interface ImportViewProps {
  detail: Detail;
  types: readonly { code: string; name: string }[];
  rows: Outputs['runs']['rows'] | null;
}

/** One file on its way: settings, check, import, result. */
export function ImportView({ detail, types, rows }: ImportViewProps) {
  const may = useMay();
  const shown = detail.run ?? detail.check;
  const mayChange = may('partners.manage') && !detail.forgottenAt && !(shown && isOpenRun(shown));
  return (
    <Page width="wide">
      <PageHeader
        title={detail.fileName}
        breadcrumbs={[
          { label: 'Partners', href: '/partners' },
          { label: 'Import', href: '/partners/import' },
          { label: detail.fileName },
        ]}
        meta={
          <>
            {detail.rowCount} rows, read as {detail.encoding}, uploaded <DateTime value={detail.createdAt} />
          </>
        }
        actions={shown && mayChange && <NextSteps detail={detail} types={types} />}
      />
      {detail.forgottenAt && (
        <Alert title="The file is no longer kept">
          It was deleted a few days after the upload, and the names with it. Numbers and codes stay.
        </Alert>
      )}
      {!shown && mayChange && (
        <Card title="How the file is read">
          <ImportSettings detail={detail} types={types} />
        </Card>
      )}
      {shown && isOpenRun(shown) && <RunProgress key={shown.id} run={shown} />}
      {shown && !isOpenRun(shown) && <Outcome run={shown} />}
      {shown && rows && (
        <ImportRows runId={shown.id} isCheck={shown.kind === 'partner_import_check'} rows={rows} />
      )}
    </Page>
  );
}

function NextSteps({ detail, types }: Pick<ImportViewProps, 'detail' | 'types'>) {
  const start = trpc.imports.start.useMutation();
  const { created = 0, updated = 0 } = detail.check?.counts ?? {};
  const canStart = detail.check?.status === 'completed' && !detail.run && created + updated > 0;
  return (
    <>
      <FormDialog
        label={detail.run ? 'Check again' : 'Change settings'}
        title="How the file is read"
        size="xl"
      >
        {() => <ImportSettings detail={detail} types={types} />}
      </FormDialog>
      {canStart && (
        <Act
          label="Import now"
          variant="primary"
          title={`Import ${detail.fileName}?`}
          consequence={`${created} partners are created and ${updated} updated, exactly as the check says. Nobody gets mail. A partner that somebody changed after the check is left alone.`}
          done="The import has started"
          run={() => start.mutateAsync({ id: detail.id })}
        />
      )}
    </>
  );
}

/** The sum of a run that has ended. */
function Outcome({ run }: { run: Run }) {
  const { created = 0, updated = 0, unchanged = 0, refused = 0, changed = 0, noted = 0 } = run.counts;
  const isCheck = run.kind === 'partner_import_check';
  return (
    <>
      {run.status !== 'completed' && (
        <Alert
          tone="warning"
          title={run.status === 'cancelled' ? 'This run was cancelled' : 'This run failed'}
        >
          {run.done} of {run.total} rows were done and stay done. Check the file again to see what is left.
        </Alert>
      )}
      {isCheck && run.status === 'completed' && (
        <Alert title="This is a check: nothing has been written">
          {created + updated === 0
            ? 'There is nothing to do: no row would create or change a partner.'
            : 'Look through the rows, then start the import. It does exactly this.'}
        </Alert>
      )}
      <StatGrid>
        <Stat label={isCheck ? 'Would be created' : 'Created'} value={created} />
        <Stat label={isCheck ? 'Would be updated' : 'Updated'} value={updated} />
        <Stat label="Unchanged" value={unchanged} />
        <Stat label="Refused" value={refused} help={`${noted} rows with a note`} />
        {changed > 0 && <Stat label="Left alone" value={changed} help="Changed after the check" />}
      </StatGrid>
    </>
  );
}
