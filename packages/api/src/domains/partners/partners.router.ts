import { z } from 'zod';
import { bulkResult } from '../../shared/bulk.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { changePartnerStatus, changeStatusOfPartners } from './change-status.ts';
import { addCredential } from './credentials/add-credential.ts';
import {
  addCredentialInput,
  credentialIdOutput,
  verifyCredentialInput,
} from './credentials/credentials.schema.ts';
import { verifyCredential } from './credentials/decide-credential.ts';
import { deletePartner } from './delete-partner.ts';
import { duplicateOutput, findDuplicatesInput } from './duplicates/duplicates.schema.ts';
import { findDuplicates } from './duplicates/find-duplicates.ts';
import { addEngagement, changeRegions, endEngagement, updateTerms } from './engagements.ts';
import { exportPartners } from './export-partners.ts';
import { getPartnerDetail } from './get-partner.ts';
import { invitePartner, openInvitations, resendInvitation, revokeInvitation } from './invite-partner.ts';
import { listPartners } from './list-partners.ts';
import {
  addEngagementInput,
  changePartnerStatusInput,
  changeRegionsInput,
  changeStatusOfPartnersInput,
  deletePartnerInput,
  endEngagementInput,
  exportPartnersInput,
  getPartnerInput,
  invitePartnerInput,
  listPartnersInput,
  openInvitationList,
  partnerDetail,
  partnerExportPage,
  partnerIdOutput,
  partnerPage,
  resendInvitationInput,
  setPartnerOwnerInput,
  updatePartnerInput,
  updateTermsInput,
} from './partners.schema.ts';

import { setPartnerOwner } from './set-owner.ts';
import { updatePartner } from './update-partner.ts';
import { previewPartnerMail } from './writing/preview-partner-mail.ts';
import { writeToPartners } from './writing/write-to-partners.ts';
import {
  partnerMailPreview,
  previewPartnerMailInput,
  writeToPartnersInput,
} from './writing/writing.schema.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'partners.read' });
const manage = procedure.meta({ audiences: ['staff'], permission: 'partners.manage' });

export const partnersRouter = router({
  list: read
    .input(listPartnersInput)
    .output(partnerPage)
    .query(({ ctx, input }) => listPartners(ctx, input)),

  exportPage: read
    .input(exportPartnersInput)
    .output(partnerExportPage)
    .query(({ ctx, input }) => exportPartners(ctx, input)),

  get: read
    .input(getPartnerInput)
    .output(partnerDetail)
    .query(({ ctx, input }) => getPartnerDetail(ctx, input.id)),

  /** Whom somebody may be that is about to be invited. */
  findDuplicates: manage
    .input(findDuplicatesInput)
    .output(z.array(duplicateOutput))
    .query(({ ctx, input }) => findDuplicates(ctx, input)),

  invite: manage
    .input(invitePartnerInput)
    .output(partnerIdOutput)
    .mutation(({ ctx, input }) => invitePartner(ctx, input)),

  resendInvitation: manage
    .input(resendInvitationInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await resendInvitation(ctx, input);
      return null;
    }),

  invitations: read
    .input(z.strictObject({}).optional())
    .output(openInvitationList)
    .query(({ ctx }) => openInvitations(ctx)),

  revokeInvitation: manage
    .input(resendInvitationInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await revokeInvitation(ctx, input);
      return null;
    }),

  update: manage
    .input(updatePartnerInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await updatePartner(ctx, input);
      return null;
    }),

  changeStatus: manage
    .input(changePartnerStatusInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changePartnerStatus(ctx, input);
      return null;
    }),

  delete: manage
    .input(deletePartnerInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await deletePartner(ctx, input);
      return null;
    }),

  changeStatusOfMany: manage
    .input(changeStatusOfPartnersInput)
    .output(bulkResult)
    .mutation(async ({ ctx, input }) => ({ results: await changeStatusOfPartners(ctx, input) })),

  setOwner: manage
    .input(setPartnerOwnerInput)
    .output(bulkResult)
    .mutation(async ({ ctx, input }) => ({ results: await setPartnerOwner(ctx, input) })),

  write: manage
    .input(writeToPartnersInput)
    .output(bulkResult)
    .mutation(async ({ ctx, input }) => ({ results: await writeToPartners(ctx, input) })),

  /** Changes nothing; a mutation because a whole letter does not fit into an address. */
  previewMail: manage
    .input(previewPartnerMailInput)
    .output(partnerMailPreview)
    .mutation(({ ctx, input }) => previewPartnerMail(ctx, input)),

  addEngagement: manage
    .input(addEngagementInput)
    .output(partnerIdOutput)
    .mutation(({ ctx, input }) => addEngagement(ctx, input)),

  updateTerms: manage
    .input(updateTermsInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await updateTerms(ctx, input);
      return null;
    }),

  /** The same outside the range of the type; who and why stay on the engagement. */
  overrideTerms: procedure
    .meta({ audiences: ['staff'], permission: 'terms.override' })
    .input(updateTermsInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await updateTerms(ctx, input, { insists: true });
      return null;
    }),

  changeRegions: manage
    .input(changeRegionsInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeRegions(ctx, input);
      return null;
    }),

  endEngagement: manage
    .input(endEngagementInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await endEngagement(ctx, input);
      return null;
    }),

  addCredential: manage
    .input(addCredentialInput)
    .output(credentialIdOutput)
    .mutation(({ ctx, input }) => addCredential(ctx, input)),

  verifyCredential: manage
    .input(verifyCredentialInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await verifyCredential(ctx, input);
      return null;
    }),
});
