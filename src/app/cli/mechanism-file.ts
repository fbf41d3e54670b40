import { readFile, stat } from 'node:fs/promises';
import { decodeText } from '../../intake/index.ts';
import { refuse } from '../../kernel/index.ts';
import { builtInNames } from '../../matters/index.ts';
import { mechanismFault, parseMechanism, type Parsed } from '../../mechanism/index.ts';

/** No mechanism has a thousandth of it; what is larger is another file, and is not read at all. */
const MOST_BYTES = 1024 * 1024;

/**
 * Reads and parses a mechanism's file. One in GB18030 or UTF-16 is read as one in UTF-8 is: a city's clerk writes it in whatever editor
 * there is.
 *
 * @throws Refusal `cli.file-unreadable`.
 */
export async function readMechanism(file: string): Promise<Parsed> {
  const unreadable = (error: Error) => refuse('cli.file-unreadable', { file, reason: error.message });
  const faulty = (...fault: Parameters<typeof mechanismFault>): Parsed => ({
    mechanism: null,
    faults: [mechanismFault(...fault)],
    warnings: [],
  });
  const { size } = await stat(file).catch(unreadable);
  if (size > MOST_BYTES) return faulty(1, 'too-long', { max: String(MOST_BYTES) });
  const text = decodeText(await readFile(file).catch(unreadable));
  if (text.ok) return parseMechanism(text.value, builtInNames);
  return faulty(1, text.problem.code === 'intake.file-empty' ? 'nothing' : 'not-text');
}
