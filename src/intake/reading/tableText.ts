import { readFile } from 'node:fs/promises';
import { orRefuse, refuse } from '../../kernel/index.ts';
import { decodeText } from './decode.rules.ts';

/**
 * The text of a table that a command of the terminal was given. @throws Refusal `cli.file-unreadable`, `cli.table-empty` for one in which
 * nothing is written, `intake.file-not-text`.
 */
export async function tableText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) =>
    refuse('cli.file-unreadable', { file, reason: error.message }),
  );
  const read = decodeText(bytes);
  // The page's sentence asks for minutes, which are not wanted here.
  return !read.ok && read.problem.code === 'intake.file-empty' ? refuse('cli.table-empty', { file }) : orRefuse(read);
}
