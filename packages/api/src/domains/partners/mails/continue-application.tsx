import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface ContinueApplicationData {
  link: string;
}

/** A draft, to go on with on another device. */
export const continueApplicationMail: Template<ContinueApplicationData> = {
  name: 'continue-application',
  subject: (_, sender) => `Your draft for ${sender.organisationName}`,
  body: ({ link }, sender) => (
    <Layout sender={sender} preview="Go on where you left off.">
      <Heading>Go on where you left off</Heading>
      <Paragraph>
        Somebody began an application to become a partner of {sender.organisationName} and asked us to send it
        here. Open it on any device and finish it there.
      </Paragraph>
      <ActionButton href={link}>Continue the application</ActionButton>
      <SmallPrint>
        The link works once and for 14 days. You did not ask for it? Then you need not do anything: the draft
        is forgotten by itself.
      </SmallPrint>
    </Layout>
  ),
};
