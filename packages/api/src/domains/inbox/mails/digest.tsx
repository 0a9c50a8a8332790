import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface DigestMail {
  name: string;
  rhythm: 'daily' | 'weekly';
  items: readonly { title: string; detail: string | null; url: string }[];
  /** How many more there are than listed. */
  more: number;
  inboxUrl: string;
  settingsUrl: string;
}

const ink = '#1f2430';
const soft = '#5b6270';

/** Everything unread in one mail, in the words of the app. */
export const digestMail: Template<DigestMail> = {
  name: 'digest',
  subject: ({ items, more }, { organisationName }) => {
    const count = items.length + more;
    return `${count} ${count === 1 ? 'thing' : 'things'} you have not read – ${organisationName}`;
  },
  body: ({ name, rhythm, items, more, inboxUrl, settingsUrl }, sender) => (
    <Layout sender={sender} preview={items.map(({ title }) => title).join(' · ')}>
      <Heading>What you have not read yet</Heading>
      <Paragraph>Good morning {name}, this waits for you:</Paragraph>
      <table width="100%" cellPadding={0} cellSpacing={0} role="presentation">
        <tbody>
          {items.map(({ title, detail, url }) => (
            <tr key={`${title} ${url}`}>
              <td style={{ borderTop: '1px solid #e6e8ec', padding: '10px 0' }}>
                <a href={url} style={{ color: ink, fontSize: 15, fontWeight: 600 }}>
                  {title}
                </a>
                {detail && <div style={{ color: soft, fontSize: 13, lineHeight: '19px' }}>{detail}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <Paragraph>And {more} more.</Paragraph>}
      <ActionButton href={inboxUrl}>Open all notifications</ActionButton>
      <SmallPrint>
        You get this {rhythm === 'daily' ? 'every morning' : 'every Monday morning'} when something is unread.{' '}
        <a href={settingsUrl}>Choose another rhythm or none</a>
      </SmallPrint>
    </Layout>
  ),
};
