import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import { Card, DefinitionList, Phone, TextLink } from '@goodword/ui';

type Application = Outputs['applications']['get'];

/** Who applies, as they wrote it. */
export function CompanyCard({ application }: { application: Application }) {
  const { contactName, email, phone, website, country, invited, invitedByName } = application;
  return (
    <Card title="Company">
      <DefinitionList
        columns={2}
        items={[
          { label: 'Contact', value: contactName ?? '—' },
          { label: 'E-mail', value: email ? <TextLink href={`mailto:${email}`}>{email}</TextLink> : '—' },
          { label: 'Phone', value: phone ? <Phone value={phone} link /> : '—' },
          {
            label: 'Website',
            value: website ? (
              <TextLink href={website} target="_blank" rel="noopener noreferrer">
                {website}
              </TextLink>
            ) : (
              '—'
            ),
          },
          { label: 'Country', value: country ? regionName(country) : '—' },
          {
            label: 'Came',
            value: invited ? `Invited by ${invitedByName ?? 'a former colleague'}` : 'By itself',
          },
        ]}
      />
    </Card>
  );
}
