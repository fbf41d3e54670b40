import { refuse } from '../../kernel/index.ts';
import type { Fault } from '../../mechanism/contract.ts';
import { sentence } from '../../platform/i18n/index.ts';
import type { Io } from './command.ts';
import { readMechanism } from './mechanism-file.ts';

/** `huiyin mechanism check FILE…`: every fault of a mechanism with its line, and what it may have forgotten. 1 when there is any fault. */
export async function mechanismCheck(files: readonly string[], io: Io): Promise<number> {
  if (files.length === 0)
    refuse('cli.file-missing', { example: './huiyin mechanism check mechanisms/weekly-assignment.yaml' });
  let found = 0;
  for (const file of files) {
    const { faults, warnings } = await readMechanism(file);
    found += faults.length;
    tellFaults(file, faults, io);
    if (faults.length === 0) io.stdout.write(`${sentence(io.lang, 'cli.mechanism-fine', { file })}\n`);
    for (const { line, code, params } of warnings)
      io.stdout.write(
        `${sentence(io.lang, 'cli.mechanism-warning', { file, line, what: sentence(io.lang, code, params) })}\n`,
      );
  }
  return found > 0 ? 1 : 0;
}

/** Writes each fault of a file, one a line. */
export function tellFaults(file: string, faults: readonly Fault[], { stdout, lang }: Io): void {
  for (const { line, code, params } of faults)
    stdout.write(`${sentence(lang, 'cli.mechanism-fault', { file, line, what: sentence(lang, code, params) })}\n`);
}
