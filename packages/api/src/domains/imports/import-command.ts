import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
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
    text: await readText(file),
    source: values.source ?? basename(file, extname(file)),
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

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AppError('invalid_input', { userMessage: `The file ${file} cannot be read.`, cause });
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('invalid_input', {
      userMessage: `The file ${file} is not UTF-8 text. Save it as “CSV UTF-8” and try again.`,
      cause,
    });
  }
}
