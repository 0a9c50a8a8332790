import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';

/** Structured lines on standard output: ids and codes only, never a personal value. */
export function createLog(process: string, level: string, target?: DestinationStream): Logger {
  const options: LoggerOptions = {
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
              code: codeOf(error),
              message: firstLine(error.message),
              stack: framesOf(error),
            }
          : { type: typeof error },
    },
  };
  return target ? pino(options, target) : pino(options);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.slice(0, 300) ?? '';
}

/** A stack begins with the whole message, and that of a failed query names its parameters: only the places stay. */
function framesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? '' : stack.slice(at + message.length).trim();
}

/** The code stands on the failure beneath, such as that of the database. */
function codeOf(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at) return at.code;
  }
  return undefined;
}
