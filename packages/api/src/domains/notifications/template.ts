import type { ReactElement } from 'react';
import type { Sender } from './templates/layout.tsx';

/** A message with typed data: subject, page and (made from the page) plain text. */
export interface Template<Data> {
  name: string;
  subject(data: Data, sender: Sender): string;
  body(data: Data, sender: Sender): ReactElement;
  /**
   * Sent even to a suppressed address, because the recipient asked for it a moment ago or needs it for an account
   * of their own. Never set for anything that a third person causes.
   */
  essential?: true;
}
