import { orRefuse, refuse } from '../../kernel/index.ts';
import { MEMORY_MB, PATIENCE_MS, readApart } from './apart.ts';
import { decodeText } from './decode.rules.ts';
import { fileKind, isEncryptedOffice } from './kind.rules.ts';
import { checkOffice } from './office.ts';

/** The largest file that is read, in bytes. */
export const FILE_LIMIT = 20 * 1024 * 1024;

/**
 * The text of an uploaded file: TXT in UTF-8, UTF-16 or GB18030, DOCX, or PDF, by its bytes and not by its name. Throws a
 * refusal that says what is wrong with it: empty, too large, encrypted, damaged, of another type, a scan without text,
 * too long, or not read within half a minute and {@link MEMORY_MB}.
 */
export async function textOfFile(bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) refuse('intake.file-empty');
  if (bytes.length > FILE_LIMIT) refuseTooLarge(bytes.length);
  switch (fileKind(bytes)) {
    case 'pdf':
      return parseApart('PDF', bytes);
    case 'zip':
      orRefuse(await checkOffice('DOCX', bytes));
      return parseApart('DOCX', bytes);
    case 'ole':
      return refuse(
        isEncryptedOffice(bytes) ? 'intake.file-encrypted' : 'intake.file-old-word',
        { type: 'DOCX' },
        { status: 415 },
      );
    case 'picture':
      return refuse('intake.file-is-picture', {}, { status: 415 });
    case 'rtf':
      return refuse('intake.file-wrong-type', {}, { status: 415 });
    case 'text':
      return orRefuse(decodeText(bytes));
  }
}

/** Refuses a file of `size` bytes that is larger than {@link FILE_LIMIT}. */
export function refuseTooLarge(size: number): never {
  const megabytes = (n: number): number => Math.round((n / 1024 / 1024) * 10) / 10;
  refuse('intake.file-too-large', { size: megabytes(size), limit: megabytes(FILE_LIMIT) }, { status: 413 });
}

async function parseApart(type: 'DOCX' | 'PDF', bytes: Uint8Array): Promise<string> {
  const { answer, fault } = await readApart<string>(new URL('./parse.worker.ts', import.meta.url), {
    type,
    bytes,
  });
  if (answer === undefined)
    return refuse(faultCode(fault ?? ''), {
      type,
      seconds: PATIENCE_MS / 1000,
      limit: MEMORY_MB,
    });
  if (answer.trim() === '') return refuse(type === 'PDF' ? 'intake.pdf-no-text' : 'intake.file-empty');
  return answer;
}

/** The refusal for a reading that came to nothing. */
export function faultCode(fault: string): string {
  if (fault === 'timeout') return 'intake.file-takes-too-long';
  if (fault === 'memory') return 'intake.file-takes-too-much';
  if (fault === 'PasswordException') return 'intake.file-encrypted';
  return 'intake.file-damaged';
}
