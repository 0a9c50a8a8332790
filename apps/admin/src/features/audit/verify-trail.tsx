'use client';

import { Alert, Button, CopyField } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';

/** Recomputes the chain of hashes over all entries and says whether one was changed or taken away. */
export function VerifyTrail() {
  const verify = trpc.audit.verify.useQuery(undefined, { enabled: false });
  const { data, error } = verify;
  return (
    <div className="grid gap-3">
      <div>
        <Button variant="primary" loading={verify.isFetching} onClick={() => void verify.refetch()}>
          Verify the trail
        </Button>
      </div>
      {error && <Alert tone="danger">{describeFailure(error).message}</Alert>}
      {data?.intact && (
        <Alert tone="success" title="The trail is intact">
          <p>
            {String(data.sealed)} entries are sealed, {data.waiting} wait for the next sealing. Keep this
            fingerprint somewhere else: it proves later that nothing before it was rewritten.
          </p>
          <div className="mt-3">
            <CopyField label="Fingerprint of the newest sealed entry" value={data.head} />
          </div>
        </Alert>
      )}
      {data && !data.intact && (
        <Alert tone="danger" title="The trail was tampered with">
          <p>Stop working, keep a copy of the database, and find out who has access to it.</p>
          <ul className="mt-2 grid gap-1">
            {data.problems.map((problem) => (
              <li key={`${problem.position}-${problem.auditId}-${problem.problem}`}>
                {problem.problem}
                {problem.auditId && <code className="ml-1 font-mono text-xs">{problem.auditId}</code>}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
