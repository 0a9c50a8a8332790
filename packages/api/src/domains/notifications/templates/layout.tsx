import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Img } from '@react-email/img';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { Children, cloneElement, isValidElement, type ReactNode } from 'react';

export interface Sender {
  organisationName: string;
  postalAddress: string;
  /** Address of the logo; without one the name stands alone. */
  logoUrl?: string;
  /** Colour of buttons. */
  accent?: string;
}

const ink = '#1f2430';
const soft = '#5b6270';

/** One calm frame for every message; the footer says who writes and from where. */
export function Layout({
  sender,
  preview,
  children,
}: {
  sender: Sender;
  preview: string;
  children: ReactNode;
}) {
  return (
    <Html lang="en">
      <Head>
        <title>{preview}</title>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        style={{
          backgroundColor: '#f4f5f7',
          fontFamily: 'system-ui, Segoe UI, Helvetica, Arial, sans-serif',
          margin: 0,
        }}
      >
        <Container style={{ maxWidth: 560, margin: '24px auto', padding: '0 16px' }}>
          <Section style={{ backgroundColor: '#ffffff', borderRadius: 12, padding: '28px 32px' }}>
            {sender.logoUrl && (
              <Img src={sender.logoUrl} alt="" height={40} style={{ height: 40, margin: '0 0 10px' }} />
            )}
            <Text style={{ color: ink, fontSize: 16, fontWeight: 600, margin: '0 0 20px' }}>
              {sender.organisationName}
            </Text>
            {coloured(children, sender.accent)}
          </Section>
          <Section style={{ padding: '8px 32px 24px' }}>
            <Text style={{ color: soft, fontSize: 12, lineHeight: '18px' }}>
              {sender.organisationName} · {sender.postalAddress}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** Buttons of the page in the organisation's colour. */
function coloured(children: ReactNode, accent: string | undefined): ReactNode {
  if (!accent) return children;
  return Children.map(children, (child) =>
    isValidElement<ActionButtonProps>(child) && child.type === ActionButton
      ? cloneElement(child, { accent })
      : child,
  );
}

export function Heading({ children }: { children: ReactNode }) {
  return (
    <Text style={{ color: ink, fontSize: 22, lineHeight: '28px', fontWeight: 600, margin: '0 0 12px' }}>
      {children}
    </Text>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ color: ink, fontSize: 15, lineHeight: '23px', margin: '0 0 14px' }}>{children}</Text>;
}

export function SmallPrint({ children }: { children: ReactNode }) {
  return (
    <>
      <Hr style={{ borderColor: '#e6e8ec', margin: '20px 0 12px' }} />
      <Text style={{ color: soft, fontSize: 13, lineHeight: '19px', margin: 0 }}>{children}</Text>
    </>
  );
}

interface ActionButtonProps {
  href: string;
  /** Given by the layout. */
  accent?: string;
  children: ReactNode;
}

export function ActionButton({ href, accent = '#3730a3', children }: ActionButtonProps) {
  return (
    <Section style={{ margin: '20px 0' }}>
      <a
        href={href}
        style={{
          backgroundColor: accent,
          borderRadius: 8,
          color: '#ffffff',
          display: 'inline-block',
          fontSize: 15,
          fontWeight: 600,
          padding: '12px 20px',
          textDecoration: 'none',
        }}
      >
        {children}
      </a>
    </Section>
  );
}
