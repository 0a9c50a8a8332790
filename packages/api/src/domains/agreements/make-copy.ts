import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import type { agreementCopy } from '../../shared/agreement-shapes.ts';
import { notFound } from '../../shared/errors.ts';
import { requireOrganisation } from '../identity/index.ts';
import { renderAgreementPdf } from './agreement-pdf.ts';
import { findAcceptance, findAgreement, partnerName } from './agreements.queries.ts';

/**
 * Exactly what a partner accepted, as a PDF that names version, hash, who and when.
 * @throws `not_found` when it accepted no such version, or is out of scope
 */
export async function makeAgreementCopy(
  ctx: Context,
  key: { partnerId: string; agreementId: string },
): Promise<z.infer<typeof agreementCopy>> {
  const facts = await inScope(ctx, (tx) => readCopy(tx, key));
  const pdf = await renderAgreementPdf(facts);
  return {
    fileName: `agreement-version-${facts.version}.pdf`,
    base64: pdf.toString('base64'),
  };
}

async function readCopy(tx: Tx, key: { partnerId: string; agreementId: string }) {
  const acceptance = await findAcceptance(tx, key);
  const agreement = await findAgreement(tx, key.agreementId);
  const name = await partnerName(tx, key.partnerId);
  if (!acceptance || !agreement || name === undefined) throw notFound('accepted agreement');
  const { name: organisationName, timeZone } = await requireOrganisation(tx);
  const { title, body, version } = agreement;
  const { hash, acceptedAt, acceptedByName, acceptedByRole } = acceptance;
  return {
    title,
    body,
    version,
    hash,
    acceptedAt,
    acceptedByName,
    acceptedByRole,
    partnerName: name,
    organisationName,
    timeZone,
  };
}
