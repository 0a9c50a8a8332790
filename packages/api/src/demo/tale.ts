import type { DemoClinic } from './clinic.ts';
import type { DemoPartner } from './people.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';
import type { Timeline } from './timeline.ts';

/** What all chapters of the demo share. */
export interface Tale {
  stage: Stage;
  timeline: Timeline;
  random: Random;
  start: Date;
  end: Date;
  /** E-mail addresses of the staff, by role. */
  staff: Record<'admin' | 'manager' | 'coordinator' | 'finance' | 'auditor', string>;
  /** Partners that can act at this point of the story. */
  activePartners: DemoPartner[];
  partnerId(email: string): Promise<string>;
  clinic: DemoClinic;
  /** How many commissions were decided, by who owes. */
  decided: { owed: number; due: number };
}

const overtaken = ['CONFLICT', 'NOT_FOUND', 'PRECONDITION_FAILED'];

/** Two people may act on the same thing; in the story as in life the first one wins. */
export async function unlessOvertaken(act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && overtaken.includes(String(error.code)))) throw error;
  }
}
