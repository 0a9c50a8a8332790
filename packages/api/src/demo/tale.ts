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
}
