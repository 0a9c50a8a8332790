import { regionName } from '../../shared/regions.ts';
import type { PartnerTypeRow } from '../catalogue/index.ts';
import { type ConsentWording, consentWording } from './consent-wording.ts';

export interface Step {
  title: string;
  text: string;
}

/** Everything the page and its PDF say of one type in one region. */
export interface Landing {
  typeCode: string;
  typeName: string;
  region: string;
  regionName: string;
  isOpen: boolean;
  headline: string;
  lead: string;
  incentive: string;
  steps: Step[];
  client: Step[];
  /** What the candidate has to bring. */
  needs: string[];
  consent: ConsentWording;
}

export interface LandingFacts {
  organisation: string;
  type: PartnerTypeRow;
  region: string;
  isOpen: boolean;
  /** The terms in words, from the one function that has them. */
  terms: string;
  /** Credentials that count in this region, in words. */
  credentials: string[];
}

/** Pure: the same facts always make the same page. */
export function describeLanding(facts: LandingFacts): Landing {
  const { organisation, type, region, isOpen, terms, credentials } = facts;
  const place = regionName(region);
  return {
    typeCode: type.code,
    typeName: type.name,
    region,
    regionName: place,
    isOpen,
    headline: `${type.name} in ${place}`,
    lead: isOpen
      ? `Work with ${organisation}. ${type.description}`
      : `Coming soon. ${organisation} is not open for this in ${place} yet; who applies now is among the first.`,
    incentive: inSecondPerson(terms),
    steps: stepsOf(type, organisation),
    client: clientSteps(organisation),
    needs: [
      ...credentials.map((name) => `${name}, verified by us before anything is shared with you`),
      'A mailbox of your company that you read',
      'The agreement, accepted in the portal by somebody who may',
    ],
    consent: consentWording(region, organisation),
  };
}

/** "The partner earns 15 %" → "You earn 15 %". */
function inSecondPerson(sentence: string): string {
  return sentence.replace(/^The partner earns/, 'You earn').replace(/^The partner pays/, 'You pay us');
}

function stepsOf(type: PartnerTypeRow, organisation: string): Step[] {
  const receives = type.direction === 'partner_pays';
  return [
    {
      title: 'Apply',
      text: 'One form of three minutes. You confirm your address, a person decides, and the answer comes by mail.',
    },
    {
      title: 'Accept the agreement',
      text: 'You set up your account and accept the terms. From then on your link and your code work.',
    },
    receives
      ? {
          title: 'Receive clients that fit',
          text: `${organisation} shares clients who asked for it. You see what they allow, and accept or reject.`,
        }
      : {
          title: 'Refer, by form or by link',
          text: 'Enter a client who agreed to it, or hand out your link. Each one is tracked from the first click.',
        },
    type.direction === 'none'
      ? {
          title: 'Follow each step',
          text: 'You see what became of whom you sent, as far as the client allows.',
        }
      : {
          title: receives ? 'Pay on success' : 'Get paid, with the sum explained',
          text: 'When a deal is verified, the amount shows up with each step of its calculation.',
        },
  ];
}

function clientSteps(organisation: string): Step[] {
  return [
    {
      title: 'Within minutes',
      text: 'Your client gets one e-mail. It names you, says why we write, and asks for a yes.',
    },
    {
      title: 'When they say yes',
      text: 'They choose what may be passed on, to whom, and whether you may know the outcome.',
    },
    {
      title: 'When they say no',
      text: 'One click. We erase their contact data and never write to them again; you see that they opted out.',
    },
    {
      title: 'After 30 days without an answer',
      text: `The referral expires, and ${organisation} forgets who it was.`,
    },
  ];
}
