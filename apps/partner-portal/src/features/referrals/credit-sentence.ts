import type { Outputs } from '@goodword/api';

type Referral = Pick<Outputs['referrals']['mineDetail'], 'status' | 'outcomeVisible'>;

/** Why a referral earned something, or what is missing, as far as the client lets the partner know. */
export function creditSentence({ status, outcomeVisible }: Referral): string {
  switch (status) {
    case 'submitted':
      return 'Nothing yet: the client has not confirmed. It counts once they say yes in our e-mail.';
    case 'intake':
      return 'Nothing yet: the client confirmed, and we are getting to know what they need.';
    case 'accepted':
      return outcomeVisible
        ? 'Nothing yet: we are working on it. A commission is calculated when a deal with this client is verified.'
        : 'When a deal with this client is verified, your commission shows up under Earnings with its calculation, without naming the client.';
    case 'dormant':
      return 'Nothing yet: the client needs time. The referral stays yours when they come back.';
    case 'converted':
      return 'A deal was closed and credited to you. The commission stands under Earnings with each step of its calculation; where your terms name no commission, none is calculated.';
    case 'declined':
      return 'Not credited: the client does not want to be contacted.';
    case 'rejected':
      return 'Not credited: we could not take this client on.';
    case 'expired':
      return 'Not credited: the client did not answer in time. You may refer them again when they ask you to.';
  }
}
