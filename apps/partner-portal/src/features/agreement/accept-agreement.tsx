'use client';

import type { Outputs } from '@goodword/api';
import { Alert, Button, Card, Checkbox, toast } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '../../frame/person.tsx';

export interface AcceptAgreementProps {
  agreementId: string;
  status: Outputs['onboarding']['state']['partner']['status'];
}

/** Accepting binds the company: only an owner can, and only once the application was approved. */
export function AcceptAgreement({ agreementId, status }: AcceptAgreementProps) {
  const may = useMay();
  const router = useRouter();
  const [read, setRead] = useState(false);
  const accept = trpc.onboarding.acceptAgreement.useMutation();
  if (!may('portal.own')) {
    return (
      <Alert tone="info">An owner of your team accepts the agreement. Ask them to open this page.</Alert>
    );
  }
  if (status === 'invited' || status === 'pending_review' || status === 'rejected') {
    return (
      <Alert tone="info">
        You can accept it as soon as your application is approved. We write to you then.
      </Alert>
    );
  }
  return (
    <Card>
      <div className="grid gap-4">
        <Checkbox
          label="I have read the agreement and may accept it for my company"
          checked={read}
          onChange={(event) => setRead(event.target.checked)}
        />
        {accept.error && <Alert tone="danger">{describeFailure(accept.error).message}</Alert>}
        <div>
          <Button
            variant="primary"
            disabled={!read}
            loading={accept.isPending}
            onClick={() =>
              accept.mutate(
                { agreementId },
                {
                  onError: (error) => {
                    // A newer version came out meanwhile: show that one.
                    if (error.data?.appCode === 'stale') router.refresh();
                  },
                  onSuccess: () => {
                    toast.success('Agreement accepted');
                    router.push('/home');
                    router.refresh();
                  },
                },
              )
            }
          >
            Accept agreement
          </Button>
        </div>
      </div>
    </Card>
  );
}
