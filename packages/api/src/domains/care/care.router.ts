import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { closeCalendar, openCalendar, readCalendar, readFeed, touchpointFile } from './calendar.ts';
import {
  calendarFile,
  calendarOpened,
  calendarSecretInput,
  calendarState,
  cancelTouchpointInput,
  careRuleList,
  completeTouchpointInput,
  duePage,
  listDueInput,
  listTouchpointsInput,
  partnerCareInput,
  partnerCareOutput,
  recordTouchpointInput,
  setCareRuleInput,
  touchpointChanged,
  touchpointIdInput,
  touchpointPage,
  updateTouchpointInput,
} from './care.schema.ts';
import { readRules, setRule } from './care-rules.ts';
import {
  cancelTouchpoint,
  completeTouchpoint,
  recordTouchpoint,
  updateTouchpoint,
} from './keep-touchpoints.ts';
import { readDue, readPartnerCare, readTouchpoints } from './read-care.ts';

const nothing = z.strictObject({}).optional();

/** Internal from end to end: staff only. */
export const careRouter = router({
  due: procedure
    .meta({ audiences: ['staff'], permission: 'care.read' })
    .input(listDueInput)
    .output(duePage)
    .query(({ ctx, input }) => readDue(ctx, input)),

  list: procedure
    .meta({ audiences: ['staff'], permission: 'care.read' })
    .input(listTouchpointsInput)
    .output(touchpointPage)
    .query(({ ctx, input }) => readTouchpoints(ctx, input)),

  ofPartner: procedure
    .meta({ audiences: ['staff'], permission: 'care.read' })
    .input(partnerCareInput)
    .output(partnerCareOutput)
    .query(({ ctx, input }) => readPartnerCare(ctx, input)),

  record: procedure
    .meta({ audiences: ['staff'], permission: 'care.work' })
    .input(recordTouchpointInput)
    .output(touchpointChanged)
    .mutation(({ ctx, input }) => recordTouchpoint(ctx, input)),

  update: procedure
    .meta({ audiences: ['staff'], permission: 'care.work' })
    .input(updateTouchpointInput)
    .output(touchpointChanged)
    .mutation(({ ctx, input }) => updateTouchpoint(ctx, input)),

  complete: procedure
    .meta({ audiences: ['staff'], permission: 'care.work' })
    .input(completeTouchpointInput)
    .output(touchpointChanged)
    .mutation(({ ctx, input }) => completeTouchpoint(ctx, input)),

  cancel: procedure
    .meta({ audiences: ['staff'], permission: 'care.work' })
    .input(cancelTouchpointInput)
    .output(touchpointChanged)
    .mutation(({ ctx, input }) => cancelTouchpoint(ctx, input)),

  rules: procedure
    .meta({ audiences: ['staff'], permission: 'care.read' })
    .input(nothing)
    .output(careRuleList)
    .query(({ ctx }) => readRules(ctx)),

  setRule: procedure
    .meta({ audiences: ['staff'], permission: 'partners.manage' })
    .input(setCareRuleInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await setRule(ctx, input);
      return null;
    }),

  /** One touchpoint as a calendar file. */
  file: procedure
    .meta({ audiences: ['staff'], permission: 'care.read' })
    .input(touchpointIdInput)
    .output(calendarFile)
    .query(({ ctx, input }) => touchpointFile(ctx, input)),

  calendar: procedure
    .meta({ audiences: ['staff'], permission: 'care.read' })
    .input(nothing)
    .output(calendarState)
    .query(({ ctx }) => readCalendar(ctx)),

  openCalendar: procedure
    .meta({ audiences: ['staff'], permission: 'care.work' })
    .input(nothing)
    .output(calendarOpened)
    .mutation(({ ctx }) => openCalendar(ctx)),

  closeCalendar: procedure
    .meta({ audiences: ['staff'], permission: 'care.work' })
    .input(nothing)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await closeCalendar(ctx);
      return null;
    }),

  /** What a calendar program reads: the secret in its address is the credential. */
  feed: procedure
    .meta({ audiences: ['staff'], permission: 'public' })
    .input(calendarSecretInput)
    .output(calendarFile)
    .query(({ ctx, input }) => readFeed(ctx, input)),
});
