import { documents } from '@goodword/db/schema';
import { DOCUMENT_MAX_BYTES } from '@goodword/db/vocabulary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import {
  attachDocument,
  keepDocumentsOfPartnerUntil,
  keepDocumentsUntil,
  listDocuments,
  moveDocuments,
  removeDocument,
  removeDocumentsAbout,
} from './index.ts';

let world: World;
let own: GivenPartner;
let other: GivenPartner;

beforeAll(async () => {
  world = await World.open();
  own = await givenActivePartner(world);
  other = await givenActivePartner(world);
});
afterAll(() => world.close());

const pdf = (text: string) => ({
  fileName: 'licence.pdf',
  contentBase64: Buffer.from(`%PDF-1.7 ${text}`).toString('base64'),
});

let subjects = 0;
const subject = () => {
  subjects += 1;
  return { type: 'credential', id: `crd_${subjects}` } as const;
};

const attach = (about: ReturnType<typeof subject>, file = pdf('one'), partnerId = own.partnerId) =>
  inScope(world.system, (tx) => attachDocument(tx, world.system, { subject: about, partnerId, file }));

test('staff and the partner whose it is get the bytes back as they were; another partner finds nothing', async () => {
  const id = await attach(subject());
  for (const reader of [await world.asStaff('auditor'), await world.asPartner(own.email)]) {
    const { contentBase64, ...rest } = await reader.documents.download({ id });
    expect(rest).toEqual({ fileName: 'licence.pdf', mediaType: 'application/pdf' });
    expect(contentBase64).toBe(pdf('one').contentBase64);
  }
  const stranger = await world.asPartner(other.email);
  await expect(stranger.documents.download({ id })).rejects.toThrow(/does not exist/);
});

test('the database keeps the files of a partner from every other, whatever is asked', async () => {
  await attach(subject());
  const scope = { audience: 'partner', partnerId: other.partnerId } as const;
  expect(await world.db.scoped(scope, (tx) => tx.select().from(documents))).toEqual([]);
  for (const audience of ['public', 'patient', 'edge'] as const) {
    expect(await world.db.scoped({ audience }, (tx) => tx.select().from(documents)), audience).toEqual([]);
  }
});

test('a page renamed to a picture is refused, and so is a file that is too large', async () => {
  const page = { fileName: 'photo.png', contentBase64: Buffer.from('<html></html>').toString('base64') };
  await expect(attach(subject(), page)).rejects.toThrow(/not a PDF, PNG or JPEG/);
  const large = Buffer.alloc(DOCUMENT_MAX_BYTES + 1);
  large.write('%PDF-');
  const contentBase64 = large.toString('base64');
  await expect(attach(subject(), { fileName: 'a.pdf', contentBase64 })).rejects.toThrow(/5 MB/);
});

test('ten files at once about one thing end as five, and the same file counts once', async () => {
  const about = subject();
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => attach(about, pdf(String(index)))),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  const twice = subject();
  const ids = await Promise.all([attach(twice), attach(twice), attach(twice)]);
  expect(new Set(ids).size).toBe(1);
  const kept = await inScope(world.system, (tx) => listDocuments(tx, 'credential', [about.id, twice.id]));
  expect([kept.get(about.id)?.length, kept.get(twice.id)?.length]).toEqual([5, 1]);
});

test('a file goes when its time is over, and not before', async () => {
  const about = subject();
  const id = await attach(about);
  const manager = await world.asStaff('manager');
  await inScope(world.system, (tx) => keepDocumentsUntil(tx, about, addDays(world.clock.now(), 30)));
  world.clock.advanceDays(29);
  await world.tick();
  await expect(manager.documents.download({ id })).resolves.toBeTruthy();
  world.clock.advanceDays(2);
  await world.tick();
  await expect(manager.documents.download({ id })).rejects.toThrow(/does not exist/);
});

test("the files of a draft are nobody's until they move to the partner that it became", async () => {
  const from = { type: 'application_draft', id: 'adr_moved' } as const;
  const to = { type: 'application', id: own.partnerId } as const;
  const id = await inScope(world.system, (tx) =>
    attachDocument(tx, world.system, { subject: from, partnerId: null, file: pdf('draft') }),
  );
  const owner = await world.asPartner(own.email);
  await expect(owner.documents.download({ id })).rejects.toThrow(/does not exist/);
  await inScope(world.system, (tx) => moveDocuments(tx, { from, to, partnerId: own.partnerId }));
  await expect(owner.documents.download({ id })).resolves.toMatchObject({ fileName: 'licence.pdf' });
});

test('a file is removed from what it is about and from nothing else, and the trail tells of it', async () => {
  const about = subject();
  const id = await attach(about);
  const remove = (of: ReturnType<typeof subject>) =>
    inScope(world.system, (tx) => removeDocument(tx, world.system, { subject: of, id }));
  await expect(remove(subject())).rejects.toThrow(/does not exist/);
  await remove(about);
  const trail = await world.owner<{ action: string }[]>`
    select action from audit_entries where subject_id = ${about.id} order by seq`;
  expect(trail.map(({ action }) => action)).toEqual(['document.attached', 'document.removed']);
});

test('what belongs to a subject or a partner that goes, goes with it', async () => {
  const about = subject();
  await attach(about);
  await inScope(world.system, (tx) => removeDocumentsAbout(tx, about));
  const kept = await attach(subject(), pdf('kept'), other.partnerId);
  await inScope(world.system, (tx) =>
    keepDocumentsOfPartnerUntil(tx, other.partnerId, addDays(world.clock.now(), 1)),
  );
  world.clock.advanceDays(2);
  await world.tick();
  const [rows] =
    await world.owner`select count(*)::int as n from documents where subject_id = ${about.id} or id = ${kept}`;
  expect(rows?.n).toBe(0);
});
