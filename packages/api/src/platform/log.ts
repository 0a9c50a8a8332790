import pino, { type Logger } from 'pino';

/** Structured lines on standard output: ids and codes only, never a personal value. */
export function createLog(process: string, level: string): Logger {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: [
      'email',
      '*.email',
      'phone',
      '*.phone',
      'name',
      'password',
      'token',
      'err.parameters',
      'err.query',
      'err.detail',
    ],
    serializers: {
      // A database error carries its parameters; only its kind and place are logged.
      err: (error: unknown) =>
        error instanceof Error
          ? {
              type: error.name,
              code: (error as { code?: unknown }).code,
              message: firstLine(error.message),
              stack: error.stack,
            }
          : { type: typeof error },
    },
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.slice(0, 300) ?? '';
}
