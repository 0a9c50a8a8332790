import { z } from 'zod';
import { consentChoicesInput, consentWordingOutput } from '../../../shared/consent-shapes.ts';
import { emailField, phoneField, textField, tokenField } from '../../../shared/fields.ts';
import { budgetInOrder, budgetOrderIssue, leadFields } from '../leads.schema.ts';

/** A kind of partner that the client may choose, and what it could ever get. */
export const recipientChoice = z.object({
  code: z.string(),
  name: z.string(),
  description: z.string(),
  regions: z.array(z.string()),
  scopes: z.array(z.enum(['contact', 'budget', 'requirements'])),
});

const formContext = z.object({
  partnerName: z.string(),
  organisationName: z.string(),
  /** Preset for amounts. */
  currency: z.string(),
  wording: consentWordingOutput,
  recipients: z.array(recipientChoice),
});

export const readIntakeInput = z.strictObject({ token: tokenField });

export const intakeFormOutput = formContext.extend({
  /** True when this form was sent before: there is nothing left to fill. */
  done: z.boolean(),
  known: z.object({
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    /** What the partner wrote down, to start from. */
    propertyType: z.string().nullable(),
    place: z.string().nullable(),
    serviceNeeded: z.string().nullable(),
  }),
});

const person = {
  name: textField('Your name', 120),
  phone: phoneField.optional(),
};

export const submitIntakeInput = z
  .strictObject({ token: tokenField, ...person, ...leadFields, consents: consentChoicesInput })
  .refine(budgetInOrder, budgetOrderIssue);

const codeField = z.string().regex(/^[0-9a-z]{10}$/, 'This link is not complete. Copy it again.');

export const readLinkInput = z.strictObject({ code: codeField });

export const linkFormOutput = formContext.extend({ partnerTypeName: z.string() });

export const submitByLinkInput = z
  .strictObject({
    code: codeField,
    ...person,
    email: emailField,
    ...leadFields,
    consents: consentChoicesInput,
  })
  .refine(budgetInOrder, budgetOrderIssue);

/** The same answer whether the address was known or not. */
export const intakeReceived = z.object({ received: z.literal(true) });

/** What the page behind the link in the mail shows. Looking changes nothing. */
export const confirmationOutput = z.object({
  /**
   * `open`: can confirm or opt out. `replaced`: a newer mail has the link that confirms; this one opts out. `confirmed`: can
   * still opt out. `ended`: there is nothing to confirm any more, but
   * contact data to delete. `closed`: nothing left to do.
   */
  state: z.enum(['open', 'replaced', 'confirmed', 'ended', 'closed']),
  /** True when the client filled the form on a partner's page already and only confirms the address. */
  byLink: z.boolean(),
  partnerName: z.string(),
  organisationName: z.string(),
  clientFirstName: z.string().nullable(),
  /** What was ticked on that form, to be looked at and changed: it counts once it is confirmed. Null where none waits. */
  choices: z
    .object({
      wording: consentWordingOutput,
      /** Kinds of partner of the place, with what can be allowed to each. */
      recipients: z.array(recipientChoice),
      reportOffered: z.boolean(),
      /** The boxes to start with. */
      ticked: consentChoicesInput,
      /** True when the client took back some of it since: that is not offered here. */
      someTakenBack: z.boolean(),
    })
    .nullable(),
});

/** `consents` belong to a form that was filled before; without them nothing of it is allowed. */
export const confirmReferralInput = z.strictObject({
  token: tokenField,
  consents: consentChoicesInput.optional(),
});

export const confirmedOutput = z.object({
  /** Opens the form at `/intake/<token>`; null when the client filled the form before. */
  intakeToken: z.string().nullable(),
});
