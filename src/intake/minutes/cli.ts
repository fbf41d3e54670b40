import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { isDay, nationalCalendar, Refusal, refuse } from '../../kernel/index.ts';
import { describe, sentence } from '../../platform/i18n/index.ts';
import { FILE_LIMIT, refuseTooLarge, textOfFile } from '../reading/fileText.ts';
import type { Terminal } from '../terminal.ts';
import { plainDraft } from './json.rules.ts';
import { printDraft } from './print.ts';
import { read } from './read.rules.ts';

/**
 * `huiyin minutes FILE [--json[=full]] [--date YYYY-MM-DD]`: prints the draft that a file of minutes reads as, as a tree, as
 * JSON in the promised shape, or with `--json=full` as JSON with all that the review shows. The promised shape has no place for
 * what belongs to no article: that is told on `stderr`.
 * Returns the exit code: 0, 1 for a file that cannot be read, 2 for wrong arguments; the reason goes to `stderr`.
 */
export async function minutesCommand(args: string[], io: Terminal): Promise<number> {
  try {
    const { file, json, date } = parse(args);
    const draft = read(await textOfFile(await bytesOf(file, io.stdin)), { date, calendar: nationalCalendar });
    if (draft.articles.length === 0) refuse('intake.nothing-to-read');
    if (json === 'plain')
      for (const text of draft.left) io.stderr.write(`${sentence(io.lang, 'intake.tree-left', { text })}\n`);
    io.stdout.write(
      json === null ? printDraft(draft, io.lang) : `${JSON.stringify(json === 'full' ? draft : plainDraft(draft))}\n`,
    );
    return 0;
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    io.stderr.write(`${describe(io.lang, fault.problem)}\n`);
    if (fault.problem.status !== 400) return 1;
    io.stderr.write(`${sentence(io.lang, 'intake.minutes-usage')}\n`);
    return 2;
  }
}

function parse(args: readonly string[]): { file: string; json: 'plain' | 'full' | null; date: string | null } {
  let file: string | null = null;
  let json: 'plain' | 'full' | null = null;
  let date: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--json') json = 'plain';
    else if (arg === '--json=full') json = 'full';
    else if (arg === '--date' || arg.startsWith('--date='))
      date = arg.startsWith('--date=') ? arg.slice(7) : (args[++i] ?? '');
    else if (arg.startsWith('--')) refuse('intake.option-unknown', { option: arg }, { status: 400 });
    else file = arg;
  }
  if (date !== null && !isDay(date)) refuse('intake.date-wrong', { text: date }, { status: 400 });
  return { file: file ?? refuse('intake.file-not-found', { file: '' }, { status: 400 }), json, date };
}

async function bytesOf(file: string, stdin: Readable): Promise<Uint8Array> {
  if (file === '-') return all(stdin);
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) return refuse('intake.file-not-found', { file });
  if (found.size > FILE_LIMIT) refuseTooLarge(found.size);
  return readFile(file);
}

async function all(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk as Buffer | string));
    size += chunks.at(-1)!.length;
    if (size > FILE_LIMIT) refuseTooLarge(size);
  }
  return Buffer.concat(chunks);
}
