import type { Outputs } from '@goodword/api';
import { type RequestTimeline, requestTimelines, type ShareScope } from '@goodword/api/client';
import type { Tone } from '@goodword/ui';

export type RequestRow = Outputs['requests']['mine']['rows'][number];
export type RequestDetail = Outputs['requests']['mineDetail'];

export const requestSteps: Record<RequestDetail['steps'][number]['key'], { title: string; tone: Tone }> = {
  asked: { title: 'You asked for an introduction', tone: 'neutral' },
  matched: { title: 'We found somebody who fits', tone: 'info' },
  introduced: { title: 'We introduced you', tone: 'info' },
  connected: { title: 'You are in contact', tone: 'success' },
  closed: { title: 'The introduction is done', tone: 'success' },
  cancelled: { title: 'You cancelled', tone: 'neutral' },
  unfulfilled: { title: 'We found nobody this time', tone: 'neutral' },
};

export const scopeWords: Record<ShareScope, { label: string; help: string }> = {
  contact: {
    label: 'Your name, e-mail and phone, and what you wrote about your need',
    help: 'Without it the professional cannot write to you.',
  },
  budget: { label: 'The price range', help: 'The lowest and highest price you gave.' },
  requirements: {
    label: 'The place, the size of your group and the timing',
    help: 'So that they can prepare.',
  },
};

export function timelineWords(timeline: string): string {
  return requestTimelines[timeline as RequestTimeline] ?? timeline;
}
