'use client';

import { Alert, Badge, Button, Card, Page, PageHeader } from '@goodword/ui';
import { useDone } from '@goodword/web';
import { useState } from 'react';
import { usePerson } from '../../frame/person.tsx';
import { EnrolSecondFactor } from './enrol-second-factor.tsx';

/** The second step at sign-in: a choice of each person, and strongly advised. */
export function SecurityScreen() {
  const { totpEnabled, email } = usePerson();
  const [enrolling, setEnrolling] = useState(false);
  const done = useDone();
  return (
    <Page width="narrow">
      <PageHeader title="Security" description={`Your account ${email}`} />
      <Card
        title="Two-factor sign-in"
        description="A code from your phone besides the password. A stolen password alone then opens nothing."
        actions={totpEnabled ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>}
      >
        {totpEnabled ? (
          <Alert tone="success">
            Sign-in asks for a code from your authenticator app. Lost your phone? Write to your contact with
            us.
          </Alert>
        ) : enrolling ? (
          <EnrolSecondFactor
            onDone={() => {
              setEnrolling(false);
              done('Two-factor sign-in is on');
            }}
            onCancel={() => setEnrolling(false)}
          />
        ) : (
          <Button variant="primary" onClick={() => setEnrolling(true)}>
            Turn on two-factor sign-in
          </Button>
        )}
      </Card>
    </Page>
  );
}
