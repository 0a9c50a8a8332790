'use client';

import { Alert, Button, Card, Field, Input } from '@goodword/ui';
import { describeFailure, logoHref, trpc, useDone } from '@goodword/web';
import type { Organisation } from '@goodword/web/server';
import { useState } from 'react';

const MOST_KILOBYTES = 200;

async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The picture at the top of both portals and of every mail. */
export function LogoCard({ organisation }: { organisation: Organisation }) {
  const change = trpc.organisation.changeLogo.useMutation();
  const done = useDone();
  const [failure, setFailure] = useState<string>();
  const shown = logoHref(organisation);

  async function save(file: File | null) {
    setFailure(undefined);
    if (file && file.size > MOST_KILOBYTES * 1000) {
      setFailure(
        `This picture has ${Math.ceil(file.size / 1000)} kB. A logo can have at most ${MOST_KILOBYTES} kB.`,
      );
      return;
    }
    try {
      await change.mutateAsync({ file: file && (await toBase64(file)) });
      done(file ? 'The logo is shown from now on' : 'The logo is gone');
    } catch (error) {
      setFailure(describeFailure(error).message);
    }
  }

  return (
    <Card
      title="Logo"
      description="Stands at the top of the portals and of every mail."
      actions={
        shown && (
          <Button size="sm" loading={change.isPending} onClick={() => void save(null)}>
            Remove
          </Button>
        )
      }
    >
      <div className="grid gap-4">
        {shown && (
          <div className="flex flex-wrap gap-3">
            {['bg-white', 'bg-neutral-900'].map((ground) => (
              <div
                key={ground}
                className={`grid h-20 w-44 place-items-center rounded-control border border-line ${ground}`}
              >
                <img
                  src={shown}
                  alt={`Logo of ${organisation.name}`}
                  className={`max-h-12 max-w-36 object-contain ${ground === 'bg-white' ? '' : 'rounded bg-white p-0.5'}`}
                />
              </div>
            ))}
          </div>
        )}
        <Field
          label={shown ? 'Another picture' : 'Picture'}
          help={`PNG, JPEG or WebP of at most ${MOST_KILOBYTES} kB. 80 pixels high is enough.`}
        >
          <Input
            type="file"
            accept="image/png,image/jpeg,image/webp"
            disabled={change.isPending}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) void save(file);
            }}
          />
        </Field>
        {failure && <Alert tone="danger">{failure}</Alert>}
      </div>
    </Card>
  );
}
