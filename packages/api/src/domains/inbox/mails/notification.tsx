import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

/** What the person reads in the app, in the same words: nothing more leaves by mail than may be seen there. */
export interface NotificationMail {
  name: string;
  title: string;
  detail: string | null;
  url: string;
  settingsUrl: string;
  /** This one is part of the business and cannot be switched off. */
  needed: boolean;
}

export const notificationMail: Template<NotificationMail> = {
  name: 'notification',
  subject: ({ title }, { organisationName }) => `${title} – ${organisationName}`,
  body: ({ name, title, detail, url, settingsUrl, needed }, sender) => (
    <Layout sender={sender} preview={title}>
      <Heading>{title}</Heading>
      <Paragraph>
        Hello {name}
        {detail ? `, this is about: ${detail}.` : ', there is news for you.'}
      </Paragraph>
      <ActionButton href={url}>Open it</ActionButton>
      <SmallPrint>
        {needed ? (
          'This message is part of our agreement with you and cannot be switched off.'
        ) : (
          <>
            You chose to get this by e-mail. <a href={settingsUrl}>Choose what we tell you and how</a>
          </>
        )}
      </SmallPrint>
    </Layout>
  ),
};
