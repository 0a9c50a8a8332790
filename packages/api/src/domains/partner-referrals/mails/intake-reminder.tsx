import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface IntakeReminderData {
  clientFirstName: string;
  intakeUrl: string;
}

/** Sent once to a client who confirmed and left before filling the form. */
export const intakeReminderMail: Template<IntakeReminderData> = {
  name: 'intake-reminder',
  subject: (_, { organisationName }) => `Your request to ${organisationName}: a few questions are left`,
  body: ({ clientFirstName, intakeUrl }, sender) => (
    <Layout sender={sender} preview="Continue where you left off">
      <Heading>Hello {clientFirstName}</Heading>
      <Paragraph>
        You confirmed that you would like to hear from us. To help you we need to know what you are looking
        for. It takes about two minutes.
      </Paragraph>
      <ActionButton href={intakeUrl}>Continue</ActionButton>
      <SmallPrint>This is the only reminder. You can also opt out on the same page.</SmallPrint>
    </Layout>
  ),
};
