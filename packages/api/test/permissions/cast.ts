import {
  agreementAcceptances,
  agreements,
  clientGroups,
  clients,
  commissions,
  deals,
  documents,
  engagements,
  introductions,
  invites,
  leadShares,
  leads,
  messages,
  notifications,
  partnerReferrals,
  partners,
  passkeys,
  payoutBatches,
  payouts,
  programs,
  referralRequests,
  rewards,
  runs,
  sessions,
  shareLinks,
  teamInvitations,
} from '@goodword/db/schema';
import { insertAccount } from '../../src/auth/accounts.queries.ts';
import { issueToken } from '../../src/auth/tokens.ts';
import { inScope } from '../../src/platform/context.ts';
import { addDays } from '../../src/shared/clock.ts';
import { newCode, newId } from '../../src/shared/id.ts';
import type { World } from '../given/world.ts';

/** One side of the stage: a partner with everything it can own, and a patient likewise. */
export interface Side {
  partner: string;
  engagement: string;
  partnerOwner: string;
  partnerMember: string;
  client: string;
  patient: string;
  group: string;
  link: string;
  linkCode: string;
  patientLink: string;
  patientCode: string;
  referral: string;
  lead: string;
  share: string;
  deal: string;
  commission: string;
  payout: string;
  request: string;
  introduction: string;
  invite: string;
  reward: string;
  memberAccount: string;
  invitation: string;
  session: string;
  document: string;
  passkey: string;
  notification: string;
}

/** The rows the matrix is played with: what the caller owns and what a stranger owns. */
export interface Cast {
  own: Side;
  foreign: Side;
  program: string;
  batch: string;
  message: string;
  run: string;
  agreement: string;
  colleague: string;
  staffInvitation: string;
  /** A live secret for each kind of link, about the own side. */
  tokens: {
    invitation: string;
    confirm: string;
    intake: string;
    verify: string;
    consent: string;
    reset: string;
    setup: string;
  };
}

export async function assembleCast(world: World): Promise<Cast> {
  const now = world.clock.now();
  const program = newId('program', now);
  const batch = newId('payoutBatch', now);
  const message = newId('message', now);
  const run = newId('run', now);
  const staffInvitation = newId('teamInvitation', now);
  await world.staff('coordinator');
  await inScope(world.system, async (tx) => {
    await tx.insert(programs).values({
      id: program,
      name: 'Bring a friend',
      description: 'For everybody',
      programType: 'standard',
      status: 'active',
      currency: 'USD',
      referrerRewardKind: 'credit',
      referrerAmountMinor: 2500n,
      friendRewardKind: 'credit',
      friendAmountMinor: 1000n,
      rewardThreshold: 1,
      inviteExpiryDays: 30,
      rewardExpiryDays: 365,
      holdDays: 0,
      yearlyCapMinor: 50_000n,
      healthProgram: true,
      jurisdictions: ['US'],
      blockedPayers: ['medicare'],
      createdBy: 'acc_test',
      createdAt: now,
    });
    await tx
      .insert(payoutBatches)
      .values({ id: batch, name: 'March', status: 'draft', createdBy: 'acc_test', createdAt: now });
    await tx.insert(teamInvitations).values({
      id: staffInvitation,
      audience: 'staff',
      email: 'asked@cast.test',
      emailNormalised: 'asked@cast.test',
      name: 'Asked',
      staffRole: 'manager',
      invitedBy: 'acc_test',
      createdAt: now,
      expiresAt: addDays(now, 7),
    });
    await tx.insert(messages).values({
      id: message,
      channel: 'email',
      template: 'test',
      toAddress: 'somebody@cast.test',
      subject: 'Hello',
      html: '<p>Hello</p>',
      body: 'Hello',
      status: 'captured',
      dedupeKey: 'cast',
      subjectId: program,
      attempts: 1,
      createdAt: now,
    });
    await tx.insert(runs).values({
      id: run,
      kind: 'partner_import',
      subjectId: newId('import', now),
      status: 'completed',
      total: 0,
      done: 0,
      counts: {},
      attempts: 0,
      createdAt: now,
    });
  });
  const own = await assembleSide(world, 'own', { program, batch });
  const foreign = await assembleSide(world, 'foreign', { program, batch });
  const [agreement] = await world.owner<{ id: string }[]>`select id from agreements`;
  const account = await world.principal('patient', own.patient);
  const { accountId: colleague } = await world.principal('staff', 'coordinator@harbour.test');
  const tokens = await inScope(world.system, async (tx) => ({
    invitation: await issueToken(tx, world.system, {
      purpose: 'accept_invitation',
      subjectId: own.partner,
      partnerId: own.partner,
    }),
    confirm: await issueToken(tx, world.system, { purpose: 'confirm_referral', subjectId: own.referral }),
    intake: await issueToken(tx, world.system, { purpose: 'lead_intake', subjectId: own.referral }),
    reset: await issueToken(tx, world.system, { purpose: 'reset_password', subjectId: account.accountId }),
    setup: await issueToken(tx, world.system, { purpose: 'set_up', subjectId: 'org' }),
    verify: await issueToken(tx, world.system, { purpose: 'verify_email', subjectId: account.accountId }),
    consent: await issueToken(tx, world.system, {
      purpose: 'manage_consent',
      subjectId: own.client,
      clientId: own.client,
    }),
  }));
  return {
    own,
    foreign,
    program,
    batch,
    message,
    run,
    agreement: agreement?.id ?? '',
    colleague,
    staffInvitation,
    tokens,
  };
}

async function assembleSide(
  world: World,
  label: string,
  shared: { program: string; batch: string },
): Promise<Side> {
  const now = world.clock.now();
  const id = (kind: Parameters<typeof newId>[0]) => newId(kind, now);
  const side: Side = {
    partner: id('partner'),
    engagement: id('engagement'),
    partnerOwner: `owner@${label}-partner.test`,
    partnerMember: `member@${label}-partner.test`,
    client: id('client'),
    patient: `patient@${label}.test`,
    group: id('group'),
    link: id('shareLink'),
    linkCode: newCode(),
    patientLink: id('shareLink'),
    patientCode: newCode(),
    referral: id('partnerReferral'),
    lead: id('lead'),
    share: id('leadShare'),
    deal: id('deal'),
    commission: id('commission'),
    payout: id('payout'),
    request: id('referralRequest'),
    introduction: id('introduction'),
    invite: id('invite'),
    reward: id('reward'),
    memberAccount: id('account'),
    invitation: id('teamInvitation'),
    session: id('session'),
    document: id('document'),
    passkey: id('passkey'),
    notification: id('notification'),
  };
  const later = addDays(now, 30);
  await inScope(world.system, async (tx) => {
    await tx.insert(partners).values({
      id: side.partner,
      name: `${label} partner`,
      nameSort: `${label} partner`,
      status: 'active',
      email: side.partnerOwner,
      emailNormalised: side.partnerOwner,
      capacity: 10,
      code: newCode(),
      currency: 'USD',
      createdAt: now,
      activatedAt: now,
    });
    await tx.insert(engagements).values({
      id: side.engagement,
      partnerId: side.partner,
      partnerTypeCode: 'affiliate',
      regions: ['US'],
      direction: 'we_pay',
      formula: 'percent',
      base: 'deal_value',
      trigger: 'deal_verified',
      rateBps: 1000,
      createdAt: now,
    });
    await tx.insert(documents).values({
      id: side.document,
      partnerId: side.partner,
      subjectType: 'application',
      subjectId: side.partner,
      fileName: 'licence.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 5,
      sha256: label,
      content: Buffer.from('%PDF-'),
      createdAt: now,
    });
    const [agreement] = await tx.select().from(agreements);
    if (agreement) {
      await tx.insert(agreementAcceptances).values({
        partnerId: side.partner,
        agreementId: agreement.id,
        accountId: 'acc_test',
        acceptedByName: 'Owner',
        acceptedByRole: 'owner',
        hash: agreement.hash,
        acceptedAt: now,
      });
    }
    await tx.insert(clients).values({
      id: side.client,
      name: `${label} client`,
      email: side.patient,
      emailNormalised: side.patient,
      emailVerifiedAt: now,
      locale: 'en',
      createdAt: now,
    });
    for (const [email, role] of [
      [side.partnerOwner, 'owner'],
      [side.partnerMember, 'member'],
    ] as const) {
      await insertAccount(tx, {
        id: role === 'member' ? side.memberAccount : id('account'),
        audience: 'partner',
        email,
        emailNormalised: email,
        name: email,
        partnerId: side.partner,
        partnerRole: role,
        createdAt: now,
      });
    }
    await insertAccount(tx, {
      id: id('account'),
      audience: 'patient',
      email: side.patient,
      emailNormalised: side.patient,
      name: label,
      clientId: side.client,
      emailVerifiedAt: now,
      createdAt: now,
    });
    await tx.insert(teamInvitations).values({
      id: side.invitation,
      audience: 'partner',
      partnerId: side.partner,
      partnerRole: 'member',
      email: `asked@${label}-partner.test`,
      emailNormalised: `asked@${label}-partner.test`,
      name: 'Asked',
      invitedBy: 'acc_test',
      createdAt: now,
      expiresAt: later,
    });
    await tx.insert(notifications).values({
      id: side.notification,
      accountId: side.memberAccount,
      partnerId: side.partner,
      kind: 'lead_offered',
      cause: 'cast',
      eventType: 'lead_share.sent',
      subjectId: side.share,
      payload: {},
      occurredAt: now,
      createdAt: now,
      inApp: true,
      inDigest: false,
    });
    await tx.insert(passkeys).values({
      id: side.passkey,
      accountId: side.memberAccount,
      credentialId: `credential-of-${label}`,
      publicKey: 'AA',
      counter: 0,
      transports: [],
      name: 'Phone',
      createdAt: now,
    });
    await tx.insert(sessions).values({
      idHash: `hash-of-${label}-session`,
      publicId: side.session,
      accountId: side.memberAccount,
      audience: 'partner',
      partnerId: side.partner,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: later,
      endsAt: later,
    });
    await tx
      .insert(clientGroups)
      .values({ id: side.group, name: `${label} group`, ownerClientId: side.client, createdAt: now });
    await tx.insert(shareLinks).values([
      { id: side.link, code: side.linkCode, partnerId: side.partner, campaign: 'default', createdAt: now },
      {
        id: side.patientLink,
        code: side.patientCode,
        clientId: side.client,
        programId: shared.program,
        campaign: 'default',
        createdAt: now,
      },
    ]);
    await tx.insert(partnerReferrals).values({
      id: side.referral,
      partnerId: side.partner,
      engagementId: side.engagement,
      partnerTypeCode: 'affiliate',
      source: 'website',
      status: 'submitted',
      clientName: 'Somebody',
      clientEmail: `somebody@${label}.test`,
      emailHash: `hash-${label}`,
      details: {},
      submittedAt: now,
      expiresAt: later,
    });
    await tx.insert(leads).values({
      id: side.lead,
      clientId: side.client,
      status: 'qualified',
      source: 'staff',
      region: 'US-MN',
      currency: 'USD',
      amenities: [],
      createdAt: now,
    });
    await tx.insert(leadShares).values({
      id: side.share,
      leadId: side.lead,
      clientId: side.client,
      partnerId: side.partner,
      engagementId: side.engagement,
      partnerTypeCode: 'affiliate',
      status: 'sent',
      tickContact: false,
      tickBudget: true,
      tickRequirements: true,
      sharedBy: 'acc_test',
      sentAt: now,
      answerBy: later,
    });
    await tx.insert(deals).values({
      id: side.deal,
      leadId: side.lead,
      clientId: side.client,
      status: 'reported',
      valueMinor: 100_000n,
      currency: 'USD',
      partnerId: side.partner,
      engagementId: side.engagement,
      reportedBy: 'acc_test',
      closedAt: now,
      createdAt: now,
    });
    await tx.insert(commissions).values({
      id: side.commission,
      dealId: side.deal,
      partnerId: side.partner,
      engagementId: side.engagement,
      direction: 'we_pay',
      planLine: 'standard',
      instalment: 1,
      status: 'calculated',
      amountMinor: 10_000n,
      currency: 'USD',
      baseMinor: 100_000n,
      trace: { steps: [], terms: {} },
      createdAt: now,
    });
    await tx.insert(payouts).values({
      id: side.payout,
      batchId: shared.batch,
      payeeType: 'partner',
      partnerId: side.partner,
      status: 'scheduled',
      currency: 'USD',
      amountMinor: 5_000n,
      createdAt: now,
    });
    await tx.insert(referralRequests).values({
      id: side.request,
      groupId: side.group,
      clientId: side.client,
      partnerTypeCode: 'attorney',
      region: 'US-MN',
      status: 'intro_sent',
      groupSize: 2,
      currency: 'USD',
      timeline: 'This year',
      specificNeed: 'Agreement review',
      createdAt: now,
    });
    await tx.insert(introductions).values({
      id: side.introduction,
      requestId: side.request,
      clientId: side.client,
      partnerId: side.partner,
      engagementId: side.engagement,
      status: 'intro_sent',
      matchReasons: [],
      proposedBy: 'acc_test',
      proposedAt: now,
    });
    await tx.insert(invites).values({
      id: side.invite,
      programId: shared.program,
      linkId: side.patientLink,
      clientId: side.client,
      status: 'pending',
      channel: 'link',
      createdAt: now,
      expiresAt: later,
    });
    await tx.insert(rewards).values({
      id: side.reward,
      programId: shared.program,
      inviteId: side.invite,
      clientId: side.client,
      side: 'referrer',
      kind: 'credit',
      status: 'earned',
      amountMinor: 2_500n,
      currency: 'USD',
      qualifyingSet: 'cast',
      createdAt: now,
    });
  });
  return side;
}
