'use client';

/** Who is asked for the password right now, and how the answer travels back. One question at a time. */
type Answer = (confirmed: boolean) => void;

let waiting: Answer[] = [];
const listeners = new Set<() => void>();

function notify() {
  for (const listener of listeners) listener();
}

/** Asks the person to confirm that it is them; false when they would rather not. */
export function askForConfirmation(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting = [...waiting, resolve];
    notify();
  });
}

/** Answers everything that waits: one password opens the door for all. */
export function answerConfirmation(confirmed: boolean): void {
  const answers = waiting;
  waiting = [];
  for (const answer of answers) answer(confirmed);
  notify();
}

export function subscribeToConfirmation(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isConfirmationWanted(): boolean {
  return waiting.length > 0;
}
