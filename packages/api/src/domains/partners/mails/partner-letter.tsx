import { Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface PartnerLetterData {
  contactName: string;
  subject: string;
  /** Paragraphs are parted by an empty line. */
  body: string;
  writerName: string | null;
}

/** What somebody of staff wrote, as they wrote it. */
export const partnerLetterMail: Template<PartnerLetterData> = {
  name: 'partner-letter',
  subject: ({ subject }) => subject,
  body: ({ contactName, subject, body, writerName }, sender) => (
    <Layout sender={sender} preview={subject}>
      <Heading>Hello {contactName}</Heading>
      {paragraphsOf(body).map(({ key, lines }) => (
        <Paragraph key={key}>
          {lines.flatMap((line, index) => (index === 0 ? [line] : [<br key={`${key}-${line}`} />, line]))}
        </Paragraph>
      ))}
      <Paragraph>
        {writerName ? `${writerName}, ` : ''}
        {sender.organisationName}
      </Paragraph>
    </Layout>
  ),
};

function paragraphsOf(body: string): { key: string; lines: string[] }[] {
  return body.split(/\n{2,}/).map((text, index) => ({ key: `paragraph-${index}`, lines: text.split('\n') }));
}
