import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface AlreadyRegisteredData {
  name: string;
  url: string;
}

/** To the owner of an account whose address somebody registered again. */
export const alreadyRegistered: Template<AlreadyRegisteredData> = {
  name: 'already-registered',
  essential: true,
  subject: (_data, sender) => `You already have an account at ${sender.organisationName}`,
  body: (data, sender) => (
    <Layout sender={sender} preview="Sign in with the password you have">
      <Heading>You already have an account</Heading>
      <Paragraph>
        Hello {data.name}, somebody just registered with this address. It was yours already, so nothing was
        changed.
      </Paragraph>
      <ActionButton href={data.url}>Sign in</ActionButton>
      <SmallPrint>If this was not you, there is nothing to do.</SmallPrint>
    </Layout>
  ),
};
