import { randomUUID } from 'node:crypto';
import type { ApiScope } from '@goodword/db/vocabulary';
import { Webhook } from 'standardwebhooks';
import { Edge } from './edge.ts';
import { PASSWORD, type World } from './world.ts';

/** The rules of a given program, as the form sends them. */
export const standardProgram = {
  name: 'Bring a friend',
  description: 'For everybody who likes it here',
  programType: 'standard' as const,
  currency: 'USD',
  referrerRewardKind: 'credit' as 'credit' | 'discount' | 'free_consultation',
  referrerAmountMinor: 5000n as bigint | null,
  referrerPercentBps: null as number | null,
  friendRewardKind: 'credit' as 'credit' | 'discount' | 'free_consultation',
  friendAmountMinor: 2000n as bigint | null,
  friendPercentBps: null as number | null,
  maxInvitesPerPatient: null as number | null,
  rewardThreshold: 1,
  inviteExpiryDays: 30,
  rewardExpiryDays: 90,
  holdDays: 0,
  yearlyCapMinor: 1_000_000n as bigint | null,
  healthProgram: true,
  jurisdictions: ['US', 'AE'],
  blockedPayers: ['medicare', 'medicaid'],
  startsAt: null as Date | null,
  endsAt: null as Date | null,
};

/** A program that is live: created and reviewed by a manager. */
export async function givenProgram(
  world: World,
  changes: Partial<typeof standardProgram> = {},
): Promise<string> {
  const manager = await world.asStaff('manager');
  const { id } = await manager.programs.create({ ...standardProgram, ...changes });
  await manager.programs.review({ id, evidence: 'Read by counsel, file 12.' });
  await manager.programs.changeStatus({ id, to: 'active' });
  await world.settle();
  return id;
}

/** A patient who registered, with a friend's code or without, and followed the link in the mail. */
export async function givenPatient(
  world: World,
  options: { email: string; name?: string; code?: string },
): Promise<{ email: string; clientId: string }> {
  const { email, name = 'Amal Haddad', code } = options;
  // Each from an address of their own: the limit of one address is not what these tests are about.
  const visitor = world.caller({ ...world.requestAs('patient', null), addressHash: `address of ${email}` });
  await visitor.patients.register({ name, email, password: PASSWORD, code });
  await world.settle();
  const token = await world.linkSecret(email, '/verify/');
  await world.visitor('patient').patients.verifyEmail({ token, password: PASSWORD });
  await world.settle();
  const { clientId } = await world.principal('patient', email);
  if (!clientId) throw new Error('a patient has a client record');
  return { email, clientId };
}

/** The code of a patient's link. */
export async function codeOf(world: World, email: string, programId: string): Promise<string> {
  const home = await (await world.asPatient(email)).invites.home();
  const code = home.programs.find((program) => program.programId === programId)?.link?.code;
  if (!code) throw new Error(`${email} has no link of this program`);
  return code;
}

export interface SystemAnswer {
  status: number;
  text: string;
  /** The fields of all answers; each answer has some of them. */
  json: {
    id: string;
    status: string;
    reservationId: string;
    creditMinor: string;
    currency: string;
    error: { code: string; message: string };
  };
  replayed: boolean;
}

/** The edge over real HTTP on loopback, and a clinic's system that signs its calls. */
export class Clinic {
  private constructor(
    private readonly world: World,
    private readonly edge: Edge,
    readonly keyId: string,
    readonly key: string,
    readonly signingSecret: string,
  ) {}

  static async open(world: World, scopes: ApiScope[] = ['events:write', 'checkout:write']): Promise<Clinic> {
    const edge = await Edge.open(world);
    const made = await (await world.asStaff('admin')).apiKeys.create({ name: 'Clinic system', scopes });
    return new Clinic(world, edge, made.id, made.key, made.signingSecret);
  }

  get address(): string {
    return this.edge.address;
  }

  /** A person clicks a share link; gives the address it leads to. */
  click(code: string): Promise<string | null> {
    return this.edge.click(code);
  }

  close(): Promise<void> {
    return this.edge.close();
  }

  /** A signed call; anything about it can be bent to see it refused. */
  async post(
    path: string,
    body: unknown,
    options: { id?: string; headers?: Record<string, string>; signedAt?: Date; signedBody?: string } = {},
  ): Promise<SystemAnswer> {
    const id = options.id ?? randomUUID();
    const text = JSON.stringify(body);
    const signedAt = options.signedAt ?? this.world.clock.now();
    const signature = new Webhook(this.signingSecret).sign(id, signedAt, options.signedBody ?? text);
    const response = await fetch(`${this.address}${path}`, {
      method: 'POST',
      body: text,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.key}`,
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1000)),
        'webhook-signature': signature,
        'idempotency-key': id,
        ...options.headers,
      },
    });
    const answer = await response.text();
    return {
      status: response.status,
      text: answer,
      json: JSON.parse(answer),
      replayed: response.headers.get('idempotent-replayed') === 'true',
    };
  }

  /** Tells of a consultation and lets the worker work it. */
  async consultation(
    patientEmail: string,
    more: { payer?: string; jurisdiction?: string; consultationId?: string } = {},
  ): Promise<SystemAnswer> {
    const answer = await this.post('/v1/events', consultationEvent(this.world, patientEmail, more));
    await this.world.settle();
    return answer;
  }

  reserve(patientEmail: string, order: { orderId?: string; total?: string } = {}, id?: string) {
    const body = {
      patientEmail,
      orderId: order.orderId ?? randomUUID(),
      kind: 'order',
      currency: 'USD',
      orderTotalMinor: order.total ?? '3000',
    };
    return this.post('/v1/checkout/reserve', body, { id });
  }

  commit(reservationId: string, id?: string) {
    return this.post('/v1/checkout/commit', { reservationId }, { id });
  }

  release(reservationId: string, id?: string) {
    return this.post('/v1/checkout/release', { reservationId }, { id });
  }
}

export function consultationEvent(
  world: World,
  patientEmail: string,
  more: { payer?: string; jurisdiction?: string; consultationId?: string } = {},
) {
  const { payer = 'self_pay', consultationId = randomUUID(), jurisdiction } = more;
  return {
    type: 'consultation.completed',
    data: {
      patientEmail,
      consultationId,
      completedAt: world.clock.now().toISOString(),
      payer,
      ...(jurisdiction ? { jurisdiction } : {}),
    },
  };
}

/** Σ of all postings per currency; what the ledger owes patients must be what their lots and reservations hold. */
export async function expectedBalance(world: World): Promise<{ sum: string; owed: string; held: string }> {
  const [row] = await world.owner<{ sum: string; owed: string; held: string }[]>`
    select (select coalesce(sum(amount_minor), 0) from ledger_postings)::text as sum,
      (select coalesce(-sum(p.amount_minor), 0) from ledger_postings p join ledger_accounts a on a.id = p.account_id
        where a.kind = 'reward_liability')::text as owed,
      ((select coalesce(sum(remaining_minor), 0) from credit_lots)
       + (select coalesce(sum(l.amount_minor), 0) from redemption_lots l
          join redemptions r on r.id = l.redemption_id where r.status = 'reserved'))::text as held`;
  if (!row) throw new Error('no balance');
  return row;
}
