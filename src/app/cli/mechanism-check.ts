import { readFile } from 'node:fs/promises';
import { refuse } from '../../kernel/index.ts';
import { parseMechanism } from '../../mechanism/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import type { Io } from './command.ts';

/** `huiyin mechanism check FILE…`: every fault of a mechanism with its line. 1 when there is any. */
export async function mechanismCheck(files: readonly string[], { stdout, lang }: Io): Promise<number> {
  if (files.length === 0)
    refuse('cli.file-missing', { example: './huiyin mechanism check mechanisms/weekly-assignment.yaml' });
  let found = 0;
  for (const file of files) {
    const source = await readFile(file, 'utf8').catch((error: Error) =>
      refuse('cli.file-unreadable', { file, reason: error.message }),
    );
    const { faults } = parseMechanism(source);
    found += faults.length;
    for (const { line, code, params } of faults)
      stdout.write(`${sentence(lang, 'cli.mechanism-fault', { file, line, what: sentence(lang, code, params) })}\n`);
    if (faults.length === 0) stdout.write(`${sentence(lang, 'cli.mechanism-fine', { file })}\n`);
  }
  return found > 0 ? 1 : 0;
}
