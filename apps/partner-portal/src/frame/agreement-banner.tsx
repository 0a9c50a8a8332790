'use client';

import type { Outputs } from '@goodword/api';
import { Banner, DateOnly, TextLink } from '@goodword/ui';
import { usePathname } from 'next/navigation';
import { useMay } from './person.tsx';

/** Says on every page that a version of the agreement waits, until it is accepted. */
export function AgreementBanner({ standing }: { standing: Outputs['onboarding']['standing'] }) {
  const owner = useMay()('portal.own');
  const { works, state, version, deadline, blocked } = standing;
  // The page of the agreement says it itself.
  if (usePathname().startsWith('/agreement') || !works || state === 'current' || !deadline) return null;
  const who = owner ? 'Please read and accept it' : 'An owner of your team has to accept it';
  return (
    <Banner tone={blocked ? 'danger' : 'warning'}>
      {blocked ? (
        <>
          Version {version} of the agreement is not accepted: nothing new can start. {who}.{' '}
        </>
      ) : (
        <>
          There is a new version of the agreement. {who} by <DateOnly value={deadline} />.{' '}
        </>
      )}
      <TextLink href="/agreement">Read version {version}</TextLink>
    </Banner>
  );
}
