import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeForm, givenApplication, stranger } from '../../../../test/given/applications.ts';
import { Browser } from '../../../../test/given/browser.ts';
import { runOvertaken } from '../../../../test/given/overtaken.ts';
import { givenActivePartner } from '../../../../test/given/partners.ts';
import { World } from '../../../../test/given/world.ts';
import { addDays } from '../../../shared/clock.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const visitor = () => stranger(world);
const manager = () => world.asStaff('manager');
const rowsOf = async (email: string) =>
  world.owner<{ id: string; status: string }[]>`
    select id, status from partners where email_normalised = ${email} order by created_at`;
const pdf = { fileName: 'licence.pdf', contentBase64: Buffer.from('%PDF-1.7 licence').toString('base64') };
const blank = {
  companyName: '',
  contactName: '',
  email: '',
  phone: '',
  website: '',
  partnerTypeCode: '',
  regions: [],
  about: '',
  country: '',
  answers: {},
};

test('nobody reads an application before its mailbox confirmed it, and a mail scanner confirms nothing', async () => {
  const email = 'unproven@applicant.test';
  await visitor().applications.submit(await completeForm(world, { email }));
  await world.settle();
  expect(await rowsOf(email)).toEqual([]);
  const token = await world.linkSecret(email, '/apply/confirm/');
  expect(await visitor().applications.readConfirmation({ token })).toEqual({
    companyName: 'Al Ofuq Brokers',
    email,
  });
  expect(await rowsOf(email)).toEqual([]);
  const { reference } = await visitor().applications.confirm({ token });
  expect(await rowsOf(email)).toEqual([{ id: reference, status: 'pending_review' }]);
  await expect(visitor().applications.confirm({ token })).rejects.toThrow(/used before/);
});

/** A browser that sends its form, as often as it likes and from whatever address it states. */
function givenApplicant() {
  const browser = new Browser(world, 'partner');
  return async (email: string) =>
    world
      .caller({ ...(await browser.context()), addressHash: email })
      .applications.submit(await completeForm(world, { email }));
}

test('sent again with another address, the link to the first one confirms nothing', async () => {
  const send = givenApplicant();
  await send('mine@applicant.test');
  await world.settle();
  const token = await world.linkSecret('mine@applicant.test', '/apply/confirm/');
  await send('victim@applicant.test');
  await expect(visitor().applications.readConfirmation({ token })).rejects.toThrow(/used before/);
  await expect(visitor().applications.confirm({ token })).rejects.toThrow(/used before/);
  expect(await rowsOf('victim@applicant.test')).toEqual([]);
  await world.settle();
  const next = await world.linkSecret('victim@applicant.test', '/apply/confirm/');
  await visitor().applications.confirm({ token: next });
  expect(await rowsOf('victim@applicant.test')).toHaveLength(1);
});

test('a letter that was being written when the form was sent with another address does not leave', async () => {
  const send = givenApplicant();
  await send('slow@applicant.test');
  await expect(
    runOvertaken(world, 'applications.ask-to-confirm', () => send('quick@applicant.test')),
  ).rejects.toThrow(/meanwhile/);
  await world.settle();
  expect(await world.mailsTo('slow@applicant.test')).toEqual([]);
  await world.linkSecret('quick@applicant.test', '/apply/confirm/');
});

test('confirmed and sent again at one moment, nothing comes of an address nobody proved', async () => {
  for (let round = 0; round < 6; round++) {
    const send = givenApplicant();
    const [mine, other] = [`mine-${round}@applicant.test`, `other-${round}@applicant.test`];
    await send(mine);
    await world.settle();
    const token = await world.linkSecret(mine, '/apply/confirm/');
    const [confirmed] = await Promise.allSettled([visitor().applications.confirm({ token }), send(other)]);
    expect(await rowsOf(other)).toEqual([]);
    expect(await rowsOf(mine)).toHaveLength(confirmed?.status === 'fulfilled' ? 1 : 0);
  }
});

test('confirmed twice at once, one application comes of it', async () => {
  const email = 'twice@applicant.test';
  await visitor().applications.submit(await completeForm(world, { email }));
  await world.settle();
  const token = await world.linkSecret(email, '/apply/confirm/');
  const both = await Promise.allSettled([1, 2, 3].map(() => visitor().applications.confirm({ token })));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await rowsOf(email)).toHaveLength(1);
});

test('what nobody confirms is forgotten: form, files and the letter to an address nobody proved', async () => {
  const email = 'forgotten@applicant.test';
  const browser = new Browser(world, 'partner');
  await (await browser.call()).applications.attach({ file: pdf });
  await (await browser.call()).applications.submit(await completeForm(world, { email }));
  await world.settle();
  const token = await world.linkSecret(email, '/apply/confirm/');
  world.clock.advanceDays(8);
  await world.tick();
  await expect(visitor().applications.confirm({ token })).rejects.toThrow(/too old/);
  expect(await world.mailsTo(email)).toEqual([]);
  const [left] = await world.owner`
    select (select count(*)::int from application_drafts) as drafts,
           (select count(*)::int from documents where subject_type = 'application_draft') as files`;
  expect(left).toEqual({ drafts: 0, files: 0 });
});

test('a draft goes on in another browser with its files; the first one then holds it no longer', async () => {
  const email = 'draft@applicant.test';
  const desk = new Browser(world, 'partner');
  await (await desk.call()).applications.saveDraft({ ...blank, companyName: 'Half A Name' });
  await (await desk.call()).applications.attach({ file: pdf });
  expect(desk.setCookie).toMatch(/HttpOnly; SameSite=Lax/);
  await (await desk.call()).applications.mailDraft({ email });
  await world.settle();
  const [mail] = await world.mailsTo(email);
  expect(mail?.html).not.toMatch(/adr_|Half A Name/);

  const token = await world.linkSecret(email, '/apply/continue/');
  await visitor().applications.readDraftLink({ token });
  const phone = new Browser(world, 'partner');
  await (await phone.call()).applications.continueDraft({ token });
  const draft = await (await phone.call()).applications.draft();
  expect(draft?.form).toMatchObject({ companyName: 'Half A Name', email });
  expect(draft?.documents.map(({ fileName }) => fileName)).toEqual(['licence.pdf']);
  expect(await (await desk.call()).applications.draft()).toBeNull();
  await expect(visitor().applications.continueDraft({ token })).rejects.toThrow(/used before/);

  await (await phone.call()).applications.submit(await completeForm(world, { email }));
  await world.settle();
  const { reference } = await visitor().applications.confirm({
    token: await world.linkSecret(email, '/apply/confirm/'),
  });
  const { documents } = await (await manager()).applications.get({ partnerId: reference });
  expect(documents).toMatchObject([{ fileName: 'licence.pdf' }]);
  expect(await (await phone.call()).applications.draft()).toBeNull();
});

test('a draft is sealed: the database holds no word of it in clear', async () => {
  const browser = new Browser(world, 'partner');
  await (await browser.call()).applications.saveDraft({ ...blank, companyName: 'Canary Holdings' });
  const [row] =
    await world.owner`select count(*)::int as n from application_drafts d where d::text like '%Canary%'`;
  expect(row?.n).toBe(0);
  expect((await (await browser.call()).applications.draft())?.form.companyName).toBe('Canary Holdings');
  await (await browser.call()).applications.discardDraft();
  expect(await (await browser.call()).applications.draft()).toBeNull();
});

test('typing on after sending does not change what the link confirms', async () => {
  const email = 'frozen@applicant.test';
  const browser = new Browser(world, 'partner');
  const form = await completeForm(world, { email, companyName: 'As Sent' });
  await (await browser.call()).applications.submit(form);
  await (await browser.call()).applications.saveDraft({ ...blank, companyName: 'Typed Later' });
  expect((await (await browser.call()).applications.draft())?.sent).toBe(true);
  await world.settle();
  const token = await world.linkSecret(email, '/apply/confirm/');
  const { reference } = await visitor().applications.confirm({ token });
  expect((await (await manager()).applications.get({ partnerId: reference })).name).toBe('As Sent');
});

test('required answers are asked for, answers nobody offered are refused, and staff read what was answered', async () => {
  const form = await completeForm(world, { email: 'answers@applicant.test' });
  await expect(visitor().applications.submit({ ...form, answers: {} })).rejects.toThrow(/Answer this/);
  const [key] = Object.keys(form.answers ?? {});
  await expect(
    visitor().applications.submit({ ...form, answers: { [key ?? '']: 'Anything' } }),
  ).rejects.toThrow(/Choose one/);
  const partnerId = await givenApplication(world, {
    email: 'answers@applicant.test',
    answers: { not_asked: 'dropped' },
  });
  const { answers } = await (await manager()).applications.get({ partnerId });
  expect(answers).toEqual([{ key, label: 'Deals you closed in the last twelve months', answer: 'None yet' }]);
});

test('known and unknown addresses get the same answer and the same letter', async () => {
  await givenActivePartner(world, { email: 'known@applicant.test' });
  const letters = [];
  for (const email of ['known@applicant.test', 'unknown@applicant.test']) {
    expect(await visitor().applications.submit(await completeForm(world, { email }))).toBeNull();
    await world.settle();
    letters.push((await world.mailsTo(email)).map(({ template, subject }) => ({ template, subject })));
  }
  expect(letters[0]).toEqual(letters[1]);
});

test('a rejected applicant gets the same answer inside its cool-off and changes nothing; afterwards it is back in review', async () => {
  const email = 'again@applicant.test';
  const partnerId = await givenApplication(world, { email, companyName: 'Again Realty' });
  const staff = await manager();
  await staff.applications.reject({ partnerId, reason: 'Two complaints', message: 'We are full in Dubai.' });
  await world.settle();
  const [no] = await world.mailsTo(email);
  expect(no?.html).toContain('We are full in Dubai.');
  const from = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Dubai' });
  expect(no?.html).toContain(`apply again from ${from.format(addDays(world.clock.now(), 90))} on`);
  expect(no?.html).not.toContain('Two complaints');

  world.clock.advanceDays(89);
  expect(await givenApplication(world, { email, companyName: 'Sneaky Name' })).toBe(partnerId);
  let seen = await staff.applications.get({ partnerId });
  expect(seen).toMatchObject({ status: 'rejected', name: 'Again Realty' });
  expect(seen.attempts.map(({ inCoolOff }) => inCoolOff)).toEqual([true, false]);
  expect(await rowsOf(email)).toHaveLength(1);

  world.clock.advanceDays(2);
  expect(await givenApplication(world, { email, companyName: 'New Leaf Realty' })).toBe(partnerId);
  seen = await staff.applications.get({ partnerId });
  expect(seen).toMatchObject({
    status: 'pending_review',
    name: 'New Leaf Realty',
    reapplyAfter: null,
    rejectionMessage: null,
  });
  expect(seen.review.findings.map(({ rule }) => rule)).toContain('applied_before');
  await staff.applications.approve({ partnerId });
});

test('the organisation sets how long the cool-off is', async () => {
  const admin = await world.asStaff('admin');
  const { name, timeZone, currency, patientWord, postalAddress } = await admin.identity.organisation();
  await admin.organisation.update({
    name,
    timeZone,
    currency,
    patientWord,
    postalAddress,
    reapplyAfterDays: 0,
  });
  const email = 'at-once@applicant.test';
  const partnerId = await givenApplication(world, { email });
  await (await manager()).applications.reject({ partnerId, reason: 'Wrong type' });
  expect(await givenApplication(world, { email })).toBe(partnerId);
  expect((await (await manager()).applications.get({ partnerId })).status).toBe('pending_review');
});

test('staff see whom an applicant may be, with reason and strength; the same name alone refuses nobody', async () => {
  const known = await givenApplication(world, {
    email: 'office@harbour-gate.test',
    companyName: 'Harbour Gate Realty LLC',
    phone: '+971 50 765 4321',
  });
  const staff = await manager();
  const twins = async (over: object) =>
    (await staff.applications.get({ partnerId: await givenApplication(world, over) })).duplicates
      .filter(({ id }) => id === known)
      .map(({ reasons, strength }) => ({ reasons, strength }));
  expect(await twins({ email: 'a@elsewhere.test', companyName: 'HARBOUR-GATE réalty' })).toEqual([
    { reasons: ['name'], strength: 'possible' },
  ]);
  expect(await twins({ email: 'sales@harbour-gate.test', companyName: 'Other One' })).toEqual([
    { reasons: ['domain'], strength: 'strong' },
  ]);
  expect(await twins({ email: 'b@elsewhere.test', companyName: 'Other Two', phone: '050 765 4321' })).toEqual(
    [{ reasons: ['phone'], strength: 'strong' }],
  );
  expect(await staff.partners.findDuplicates({ website: 'www.harbour-gate.test', name: 'x' })).toMatchObject([
    { reasons: ['domain'], strength: 'strong' },
    { reasons: ['domain'], strength: 'strong' },
  ]);
  expect(await staff.partners.findDuplicates({ name: 'Nobody At All' })).toEqual([]);
});

test('the rules advise, an admin changes them, and people decide against them', async () => {
  const partnerId = await givenApplication(world, {
    email: 'quick@mailinator.com',
    companyName: 'Quick Mail Co',
  });
  const staff = await manager();
  const adviceOf = async () => (await staff.applications.get({ partnerId })).review.recommendation;
  expect(await adviceOf()).toBe('reject');
  const rule = { code: 'disposable_email', enabled: false, recommendation: 'reject' } as const;
  await expect(staff.applications.changeRule(rule)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const admin = await world.asStaff('admin');
  await admin.applications.changeRule(rule);
  expect(await adviceOf()).toBe('approve');
  await admin.applications.changeRule({ ...rule, enabled: true });
  await expect(
    admin.applications.changeRule({ code: 'duplicate_name', enabled: true, recommendation: 'reject' }),
  ).rejects.toThrow(/name alone/);
  await staff.applications.approve({ partnerId });
});

test('a type that needs a credential is looked at closer until a number is given', async () => {
  const base = { partnerTypeCode: 'attorney', regions: ['US-MN'] };
  const staff = await manager();
  const rulesOf = async (over: object) => {
    const partnerId = await givenApplication(world, { ...base, ...over });
    return (await staff.applications.get({ partnerId })).review.findings.map(({ rule }) => rule);
  };
  expect(await rulesOf({ email: 'a@law-one.test', companyName: 'Law One' })).toEqual(['credential_missing']);
  expect(
    await rulesOf({
      email: 'a@law-two.test',
      companyName: 'Law Two',
      answers: { credential_state_licence: 'MN-0042' },
    }),
  ).toEqual([]);
});

test('the files of a rejected application go when its cool-off ends, and stay for thirty days at least', async () => {
  const email = 'files@applicant.test';
  const browser = new Browser(world, 'partner');
  await (await browser.call()).applications.attach({ file: pdf });
  await (await browser.call()).applications.submit(await completeForm(world, { email }));
  await world.settle();
  const token = await world.linkSecret(email, '/apply/confirm/');
  const { reference: partnerId } = await visitor().applications.confirm({ token });
  const staff = await manager();
  await staff.applications.reject({ partnerId, reason: 'No' });
  await world.settle();
  const count = async () => (await staff.applications.get({ partnerId })).documents.length;
  world.clock.advanceDays(29);
  await world.tick();
  expect(await count()).toBe(1);
  world.clock.advanceDays(2);
  await world.tick();
  expect(await count()).toBe(0);
});
