import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeForm, givenApplication, stranger } from '../../../../test/given/applications.ts';
import { World } from '../../../../test/given/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const plain = { kind: 'short' as const, options: [] as string[], regions: [] as string[], required: false };
const asked = async (code: string) =>
  (await world.visitor('partner').applications.form()).questions
    .filter(({ partnerTypeCode }) => partnerTypeCode === code)
    .map(({ label }) => label);

test('changed questions are asked at once, in the new order, and the other types keep theirs', async () => {
  const admin = await world.asStaff('admin');
  const others = await asked('broker');
  const { questions, basedOn } = await admin.applications.typeQuestions({ partnerTypeCode: 'channel' });
  const [first, second] = questions;
  await admin.applications.saveTypeQuestions({
    partnerTypeCode: 'channel',
    basedOn,
    questions: [
      {
        ...plain,
        label: 'Languages you work in',
        kind: 'choice',
        options: ['English', 'Arabic'],
        required: true,
      },
      { ...plain, key: second?.key, label: second?.label ?? '', kind: 'long' },
      { ...plain, key: first?.key, label: 'Clients in a year', kind: 'yes_no' },
    ],
  });
  expect(await asked('channel')).toEqual(['Languages you work in', second?.label, 'Clients in a year']);
  expect(await asked('broker')).toEqual(others);
  const form = await completeForm(world, {
    partnerTypeCode: 'channel',
    email: 'lan@guages.test',
    regions: ['AE'],
  });
  const { answers: _, ...without } = form;
  await expect(stranger(world).applications.submit(without)).rejects.toThrow(/Answer this question/);
  expect(await stranger(world).applications.submit(form)).toBeNull();
});

test('a draft keeps its answers through a change, and what was handed in keeps the words it was asked in', async () => {
  const admin = await world.asStaff('admin');
  const partnerTypeCode = 'law';
  const read = () => admin.applications.typeQuestions({ partnerTypeCode });
  const { questions, basedOn } = await read();
  const key = questions[0]?.key ?? '';
  const handedIn = await givenApplication(world, {
    partnerTypeCode,
    regions: ['SG'],
    email: 'old@law.test',
    answers: { [key]: 'Trusts' },
  });
  let cookie = '';
  const browser = () =>
    world.caller({
      ...world.requestAs('partner', null),
      cookieHeader: cookie,
      setCookie: (value) => {
        cookie = value.split(';')[0] ?? '';
      },
    });
  const form = await completeForm(world, { partnerTypeCode, regions: ['SG'], email: 'draft@law.test' });
  await browser().applications.saveDraft({
    phone: '',
    website: '',
    about: '',
    country: '',
    ...form,
    answers: { [key]: 'Conveyancing' },
  });

  await admin.applications.saveTypeQuestions({
    partnerTypeCode,
    basedOn,
    questions: [
      { ...plain, label: 'Partners in the firm' },
      { ...plain, key, label: 'What you practise', required: true },
    ],
  });
  expect((await browser().applications.draft())?.form.answers).toEqual({ [key]: 'Conveyancing' });
  await browser().applications.submit({ ...form, answers: { [key]: 'Conveyancing' } });
  await world.settle();
  const token = await world.linkSecret('draft@law.test', '/apply/confirm/');
  const { reference } = await stranger(world).applications.confirm({ token });
  const manager = await world.asStaff('manager');
  expect((await manager.applications.get({ partnerId: reference })).answers).toEqual([
    { key, label: 'What you practise', answer: 'Conveyancing' },
  ]);
  expect((await manager.applications.get({ partnerId: handedIn })).answers).toEqual([
    { key, label: 'Fields of practice', answer: 'Trusts' },
  ]);

  const now = await read();
  await admin.applications.saveTypeQuestions({ partnerTypeCode, basedOn: now.basedOn, questions: [] });
  expect(await asked(partnerTypeCode)).toEqual([]);
  expect((await manager.applications.get({ partnerId: handedIn })).answers).toHaveLength(1);
});

test('of two who change the form at once one wins, and the other is told', async () => {
  const admin = await world.asStaff('admin');
  const partnerTypeCode = 'banker';
  const { basedOn } = await admin.applications.typeQuestions({ partnerTypeCode });
  const answers = await Promise.allSettled(
    ['One', 'Two', 'Three'].map((label) =>
      admin.applications.saveTypeQuestions({ partnerTypeCode, basedOn, questions: [{ ...plain, label }] }),
    ),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === 'rejected') expect(answer.reason.message).toMatch(/Somebody changed/);
  }
  expect(await asked(partnerTypeCode)).toHaveLength(1);
});

test('a choice needs two answers, no two alike, and no question of another type is taken over', async () => {
  const admin = await world.asStaff('admin');
  const { basedOn } = await admin.applications.typeQuestions({ partnerTypeCode: 'developer' });
  const broker = await admin.applications.typeQuestions({ partnerTypeCode: 'broker' });
  const save = (question: object) =>
    admin.applications.saveTypeQuestions({
      partnerTypeCode: 'developer',
      basedOn,
      questions: [{ ...plain, label: 'Sample', ...question }],
    });
  await expect(save({ kind: 'choice', options: ['Only'] })).rejects.toThrow(/at least two answers/);
  await expect(save({ kind: 'choice', options: ['Same', 'Same'] })).rejects.toThrow(/twice/);
  await expect(save({ key: broker.questions[0]?.key })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
