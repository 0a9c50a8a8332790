import { ActionButton, Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface AgreementPublishedData {
  contactName: string;
  partnerName: string;
  version: number;
  /** Dates in words, in the zone of the organisation. */
  countsFrom: string;
  deadline: string;
  url: string;
}

/** To every working partner that a new version is meant for. */
export const agreementPublishedMail: Template<AgreementPublishedData> = {
  name: 'agreement-published',
  subject: ({ version }, sender) => `Version ${version} of the agreement with ${sender.organisationName}`,
  body: ({ contactName, partnerName, version, countsFrom, deadline, url }, sender) => (
    <Layout sender={sender} preview={`Please read and accept it by ${deadline}.`}>
      <Heading>Hello {contactName}</Heading>
      <Paragraph>
        There is a new version of our partnership agreement: version {version}. It counts from {countsFrom}.
        An owner of {partnerName} reads and accepts it in the portal by {deadline}.
      </Paragraph>
      <Paragraph>
        Until then everything goes on as before. After that no new leads and referrals are possible until it
        is accepted; what you have stays readable.
      </Paragraph>
      <ActionButton href={url}>Read the agreement</ActionButton>
    </Layout>
  ),
};
