'use client';

import { Alert, Button, Card, EmptyState, LastDay, Stat, StatGrid, Tabs } from '@goodword/ui';
import { describeFailure, trpc, useDone } from '@goodword/web';
import { useState } from 'react';
import { InviteByMail } from './invite-by-mail.tsx';
import { ShareSheet } from './share-sheet.tsx';
import type { FriendProgram } from './types.ts';

export interface ProgramsProps {
  programs: readonly FriendProgram[];
  /** The program whose link is shown; the first one without. */
  chosen?: string;
}

/** The running programs, one at a time. Most organisations run one. */
export function Programs({ programs, chosen }: ProgramsProps) {
  const program = programs.find(({ programId }) => programId === chosen) ?? programs[0];
  if (!program) {
    return (
      <Card>
        <EmptyState title="No program runs at the moment" drawing="people">
          You can refer friends again as soon as one starts. What you earned before stays in your wallet.
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      {programs.length > 1 && (
        <Tabs
          label="Programs"
          value={program.programId}
          tabs={programs.map(({ programId, name }) => ({
            value: programId,
            label: name,
            href: `/friends?program=${programId}`,
          }))}
        />
      )}
      <Program key={program.programId} program={program} />
    </>
  );
}

function Program({ program }: { program: FriendProgram }) {
  const [made, setMade] = useState<string>();
  const url = made ?? program.link?.url;
  const { clicks, invited, joined } = program.stats;
  const full = program.remaining === 0;
  return (
    <>
      <Card
        title={program.name}
        description={program.referrerOffer}
        actions={!full && <InviteByMail program={program} />}
        footer={
          program.endsAt && (
            <span>
              Runs until <LastDay before={program.endsAt} />
            </span>
          )
        }
      >
        {full && (
          <Alert tone="info" title="You have invited as many friends as this program allows" className="mb-5">
            Your link still works for friends you told already. An invitation that ends makes room for
            another.
          </Alert>
        )}
        {url ? (
          <ShareSheet program={program} url={url} />
        ) : (
          <MakeLink programId={program.programId} onMade={setMade} />
        )}
      </Card>
      <StatGrid className={program.remaining === null ? 'grid-cols-3' : 'grid-cols-2 lg:grid-cols-4'}>
        <Stat label="Link opened" value={clicks} />
        <Stat label="Friends invited" value={invited} />
        <Stat label="Friends joined" value={joined} />
        {program.remaining !== null && <Stat label="Invitations left" value={program.remaining} />}
      </StatGrid>
    </>
  );
}

function MakeLink({ programId, onMade }: { programId: string; onMade: (url: string) => void }) {
  const createLink = trpc.invites.createLink.useMutation();
  const done = useDone();
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-ink-soft text-sm leading-6">This program is new. Get your link to start sharing.</p>
      {createLink.error && <Alert tone="danger">{describeFailure(createLink.error).message}</Alert>}
      <Button
        variant="primary"
        loading={createLink.isPending}
        onClick={() =>
          createLink.mutate(
            { programId },
            {
              onSuccess: ({ url }) => {
                onMade(url);
                done('Your link is ready');
              },
            },
          )
        }
      >
        Get my link
      </Button>
    </div>
  );
}
