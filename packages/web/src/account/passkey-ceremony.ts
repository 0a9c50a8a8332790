'use client';

import { trpc } from '../trpc.ts';

/** What a browser throws when the person closes its dialog or waits too long. */
const givenUp = new Set(['NotAllowedError', 'AbortError']);

/** The browser's own words are for developers: these are for the person. */
function inPlainWords(error: unknown): Error {
  const name = error instanceof Error ? error.name : '';
  if (givenUp.has(name)) return new Error('The passkey was not used. Try again when you are ready.');
  if (name === 'InvalidStateError') return new Error('This device has a passkey here already.');
  return new Error('This browser or device cannot use a passkey here. Use another way.', { cause: error });
}

/** Makes a passkey on this device and keeps it in the account. */
export function useMakePasskey() {
  const start = trpc.account.startPasskey.useMutation();
  const add = trpc.account.addPasskey.useMutation();
  return async (name: string) => {
    const optionsJSON = await start.mutateAsync();
    const { startRegistration } = await import('@simplewebauthn/browser');
    const credential = await startRegistration({ optionsJSON }).catch((error: unknown) => {
      throw inPlainWords(error);
    });
    return add.mutateAsync({ name, credential });
  };
}

/** The second step of signing in with a passkey of the account. */
export function usePasskeySignIn() {
  const start = trpc.account.startPasskeyCheck.useMutation();
  const use = trpc.account.usePasskey.useMutation();
  return async () => {
    const optionsJSON = await start.mutateAsync();
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const credential = await startAuthentication({ optionsJSON }).catch((error: unknown) => {
      throw inPlainWords(error);
    });
    return use.mutateAsync({ credential });
  };
}
