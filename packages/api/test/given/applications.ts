import { questionsFor } from '../../src/domains/partners/applications/questions.ts';
import type { Inputs } from '../../src/index.ts';
import { newSecret } from '../../src/shared/id.ts';
import type { World } from './world.ts';

type Form = Inputs['applications']['submit'];

/** A form that is complete: every required question has an answer. */
export async function completeForm(world: World, over: Partial<Form> = {}): Promise<Form> {
  const visitor = world.visitor('partner');
  const form: Form = {
    companyName: 'Al Ofuq Brokers',
    contactName: 'Salem Al Mansoori',
    email: 'salem@ofuq.test',
    partnerTypeCode: 'broker',
    regions: ['AE'],
    ...over,
  };
  const [types, { questions }] = await Promise.all([
    visitor.catalogue.partnerTypes(),
    visitor.applications.form(),
  ]);
  const type = types.find(({ code }) => code === form.partnerTypeCode);
  if (!type) throw new Error(`no type ${form.partnerTypeCode}`);
  const answers = Object.fromEntries(
    questionsFor(type, form.regions, questions)
      .filter(({ required }) => required)
      .map(({ key, kind, options }) => [
        key,
        kind === 'choice' ? (options[0] ?? '') : kind === 'yes_no' ? 'Yes' : 'Answered',
      ]),
  );
  return { ...form, answers: { ...answers, ...over.answers } };
}

/** Somebody at an address of their own: forms are counted by address. */
export function stranger(world: World) {
  return world.caller({ ...world.requestAs('partner', null), addressHash: newSecret() });
}

/** Filled, sent and confirmed from its mailbox. @returns the partner it became */
export async function givenApplication(world: World, over: Partial<Form> = {}): Promise<string> {
  const form = await completeForm(world, over);
  await stranger(world).applications.submit(form);
  await world.settle();
  const token = await world.linkSecret(form.email, '/apply/confirm/');
  return (await stranger(world).applications.confirm({ token })).reference;
}
