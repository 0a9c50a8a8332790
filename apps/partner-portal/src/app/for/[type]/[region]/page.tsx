import type { PageProps } from '@goodword/web/server';
import type { Metadata } from 'next';
import { TypeLanding } from '../../../../features/public/type-landing.tsx';
import { PublicFrame } from '../../../../frame/public-frame.tsx';
import { api, organisation, publicScreen } from '../../../../trpc/server.ts';

type Params = 'type' | 'region';

/** Unknown pages have no words of their own; the page itself says that it is not there. */
export async function generateMetadata({ params }: PageProps<Params>): Promise<Metadata> {
  const { type, region } = await params;
  try {
    const [{ name }, landing] = await Promise.all([
      organisation(),
      (await api()).landing.read({ type, region }),
    ]);
    const title = `${landing.headline}: work with ${name}`;
    return {
      title,
      description: `${landing.incentive} ${landing.lead}`,
      alternates: { canonical: `/for/${type}/${region}` },
      openGraph: { title, description: landing.incentive, type: 'website' },
    };
  } catch {
    return { title: 'Partner', robots: { index: false } };
  }
}

export default publicScreen<Params>(async ({ api, params }) => {
  const [{ name }, landing] = await Promise.all([organisation(), api.landing.read(params)]);
  return (
    <PublicFrame organisation={name}>
      <TypeLanding organisation={name} landing={landing} />
    </PublicFrame>
  );
});
