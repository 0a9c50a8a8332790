import { api, requirePerson } from '../../../../../trpc/server.ts';

/** A version the partner accepted, as a PDF. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  await requirePerson();
  const { id } = await params;
  const { fileName, base64 } = await (await api()).onboarding.agreementCopy({ agreementId: id });
  return new Response(Buffer.from(base64, 'base64'), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}
