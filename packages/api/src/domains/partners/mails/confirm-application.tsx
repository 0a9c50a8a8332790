import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface ConfirmApplicationData {
  contactName: string;
  partnerName: string;
  link: string;
}

/** To the address that somebody typed into the form: only whoever reads it can send the application. */
export const confirmApplicationMail: Template<ConfirmApplicationData> = {
  name: 'confirm-application',
  subject: (_, sender) => `Confirm your application to ${sender.organisationName}`,
  body: ({ contactName, partnerName, link }, sender) => (
    <Layout sender={sender} preview="One click, then a person reads your application.">
      <Heading>Hello {contactName}</Heading>
      <Paragraph>
        You filled the form of {sender.organisationName} for {partnerName}. Confirm that this address is
        yours, and we read your application.
      </Paragraph>
      <ActionButton href={link}>Confirm and send</ActionButton>
      <SmallPrint>
        The link works once and for seven days. You did not apply? Then somebody typed your address by
        mistake: you need not do anything, and we forget the form after these seven days.
      </SmallPrint>
    </Layout>
  ),
};
