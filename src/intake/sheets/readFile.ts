import { orRefuse, problem, Refusal, refuse, type Problem, type Result } from '../../kernel/index.ts';
import { PATIENCE_MS, readApart } from '../reading/apart.ts';
import { decodeText } from '../reading/decode.rules.ts';
import { fileKind, isEncryptedOffice } from '../reading/kind.rules.ts';
import { checkOffice } from '../reading/office.ts';
import { readCsv } from './csv.rules.ts';
import { NO_NOTES, type Workbook } from './grid.rules.ts';

/** The largest table that is read, in bytes. */
export const SHEET_LIMIT = 10 * 1024 * 1024;

/**
 * The tables of an uploaded file, XLSX or CSV by its bytes and not by its name: every cell as it is shown, nothing in it worked
 * out, run or fetched. A text that is called a workbook is refused: a table that was saved wrongly would be read as one long line. Throws a refusal (`sheet.…`) that says what is wrong with it and what would be right.
 */
export async function tablesOfFile(bytes: Uint8Array, name = ''): Promise<Workbook> {
  if (bytes.length === 0) refuse('sheet.file-empty');
  if (bytes.length > SHEET_LIMIT)
    refuse('sheet.file-too-large', { size: megabytes(bytes.length), limit: megabytes(SHEET_LIMIT) }, { status: 413 });
  switch (fileKind(bytes)) {
    case 'zip':
      told(await checkOffice('XLSX', bytes));
      return workbook(bytes);
    case 'ole':
      return refuse(isEncryptedOffice(bytes) ? 'sheet.file-encrypted' : 'sheet.old-excel', {}, { status: 415 });
    case 'text':
      if (/\.xls[xm]$/iu.test(name)) refuse('sheet.file-no-workbook', { name }, { status: 415 });
      return { sheets: [{ name: '', rows: orRefuse(readCsv(told(decodeText(bytes)))) }], notes: NO_NOTES };
    case 'pdf':
    case 'rtf':
    case 'picture':
      return refuse('sheet.file-wrong-type', {}, { status: 415 });
  }
}

const megabytes = (n: number): number => Math.round((n / 1024 / 1024) * 10) / 10;

async function workbook(bytes: Uint8Array): Promise<Workbook> {
  const { answer, fault } = await readApart<Workbook>(new URL('./sheet.worker.ts', import.meta.url), { bytes });
  if (answer) return answer;
  if (fault === 'timeout') return refuse('sheet.takes-too-long', { seconds: PATIENCE_MS / 1000 });
  return refuse('sheet.file-damaged');
}

/** What the reading of minutes refuses is refused here in the words for tables. */
const WORDS: Readonly<Record<string, Problem>> = {
  'intake.file-empty': problem('sheet.file-empty'),
  'intake.file-damaged': problem('sheet.file-damaged'),
  'intake.file-encrypted': problem('sheet.file-encrypted', {}, { status: 415 }),
  'intake.file-wrong-type': problem('sheet.file-wrong-type', {}, { status: 415 }),
  'intake.file-not-text': problem('sheet.file-not-text', {}, { status: 415 }),
  'intake.file-unpacks-too-large': problem('sheet.file-unpacks-too-large', {}, { status: 413 }),
};

function told<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refusal(WORDS[result.problem.code] ?? result.problem);
}
