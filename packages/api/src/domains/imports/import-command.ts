import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Context, inScope } from '../../platform/context.ts';
import { AppError } from '../../shared/errors.ts';
import { listPartnerTypes } from '../catalogue/index.ts';
import { importPartners } from './import-partners.ts';
import { describeImport } from './import-report.ts';

const usage =
  'Write: import partners <file> [--type lender] [--country US] [--source name] [--dry-run]. The source is the name of the file unless you give another.';

/**
 * `import partners <file> …`: reads the file and returns what to print.
 * @throws `invalid_input` with one sentence on what to do
 */
export async function runImportCommand(ctx: Context, args: string[]): Promise<string[]> {
  const { what, file, values } = readArguments(args);
  if (what !== 'partners' || !file) throw new AppError('invalid_input', { userMessage: usage });
  if ((await inScope(ctx, listPartnerTypes)).length === 0) {
    throw new AppError('invalid_input', {
      userMessage: 'This installation is empty. Start Goodword once, then import.',
    });
  }
  const report = await importPartners(ctx, {
    fileName: basename(file),
    bytes: await readBytes(file),
    source: values.source,
    partnerTypeCode: values.type,
    country: values.country?.toUpperCase(),
    dryRun: values['dry-run'],
  });
  return describeImport(report);
}

function readArguments(args: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        type: { type: 'string' },
        country: { type: 'string' },
        source: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
    return { what: positionals[0], file: positionals[1], values };
  } catch (cause) {
    throw new AppError('invalid_input', { userMessage: usage, cause });
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause: unknown) => {
    throw new AppError('invalid_input', { userMessage: `The file ${file} cannot be read.`, cause });
  });
}
