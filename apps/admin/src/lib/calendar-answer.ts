const statusOf: Record<string, number> = { TOO_MANY_REQUESTS: 429 };

/** A calendar as a file; a refusal as plain text, for a program reads it and not a person. */
export async function calendarAnswer(reading: Promise<{ name: string; text: string }>): Promise<Response> {
  const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  try {
    const { name, text } = await reading;
    return new Response(text, {
      headers: {
        ...headers,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      },
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
    return new Response('There is no calendar here.', {
      status: statusOf[String(error.code)] ?? 404,
      headers,
    });
  }
}
