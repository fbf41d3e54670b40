import { readFile, stat } from 'node:fs/promises';
import { decodeText } from '../../intake/index.ts';
import { refuse } from '../../kernel/index.ts';
import { mechanismFault, parseMechanism } from '../../mechanism/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import type { Io } from './command.ts';

/** No mechanism has a thousandth of it; what is larger is another file, and is not read at all. */
const MOST_BYTES = 1024 * 1024;

/** `huiyin mechanism check FILE…`: every fault of a mechanism with its line. 1 when there is any. */
export async function mechanismCheck(files: readonly string[], { stdout, lang }: Io): Promise<number> {
  if (files.length === 0)
    refuse('cli.file-missing', { example: './huiyin mechanism check mechanisms/weekly-assignment.yaml' });
  let found = 0;
  for (const file of files) {
    const faults = await faultsOf(file);
    found += faults.length;
    for (const { line, code, params } of faults)
      stdout.write(`${sentence(lang, 'cli.mechanism-fault', { file, line, what: sentence(lang, code, params) })}\n`);
    if (faults.length === 0) stdout.write(`${sentence(lang, 'cli.mechanism-fine', { file })}\n`);
  }
  return found > 0 ? 1 : 0;
}

/** A file in GB18030 or UTF-16 is read as one in UTF-8 is: a city's clerk writes it in whatever editor there is. */
async function faultsOf(file: string): Promise<ReturnType<typeof parseMechanism>['faults']> {
  const unreadable = (error: Error) => refuse('cli.file-unreadable', { file, reason: error.message });
  const { size } = await stat(file).catch(unreadable);
  if (size > MOST_BYTES) return [mechanismFault(1, 'too-long', { max: String(MOST_BYTES) })];
  const bytes = await readFile(file).catch(unreadable);
  const text = decodeText(bytes);
  if (text.ok) return parseMechanism(text.value).faults;
  return [mechanismFault(1, text.problem.code === 'intake.file-empty' ? 'nothing' : 'not-text')];
}
