import { Worker } from 'node:worker_threads';
import { orRefuse, refuse } from '../../kernel/index.ts';
import { decodeText } from './decode.rules.ts';
import { fileKind, isEncryptedOffice } from './kind.rules.ts';
import { checkDocx } from './unpack.ts';

/** The largest file that is read, in bytes. */
export const FILE_LIMIT = 20 * 1024 * 1024;
const PATIENCE_MS = 30_000;
const MEMORY_MB = 768;

/**
 * The text of an uploaded file: TXT in UTF-8, UTF-16 or GB18030, DOCX, or PDF, by its bytes and not by its name. Throws a
 * refusal that says what is wrong with it: empty, too large, encrypted, damaged, of another type, a scan without text, or
 * not read within half a minute.
 */
export async function textOfFile(bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) refuse('intake.file-empty');
  if (bytes.length > FILE_LIMIT) refuseTooLarge(bytes.length);
  switch (fileKind(bytes)) {
    case 'pdf':
      return parseApart('PDF', bytes);
    case 'zip':
      orRefuse(await checkDocx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
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
  const answer = await inWorker(type, bytes);
  if (answer.text === undefined) return refuse(faultCode(answer.fault ?? ''), { type, seconds: PATIENCE_MS / 1000 });
  if (answer.text.trim() === '') return refuse(type === 'PDF' ? 'intake.pdf-no-text' : 'intake.file-empty');
  return answer.text;
}

function faultCode(fault: string): string {
  if (fault === 'timeout') return 'intake.file-takes-too-long';
  if (fault === 'PasswordException') return 'intake.file-encrypted';
  return 'intake.file-damaged';
}

type Answer = { text?: string; fault?: string };

function inWorker(type: 'DOCX' | 'PDF', bytes: Uint8Array): Promise<Answer> {
  const worker = new Worker(new URL('./parse.worker.ts', import.meta.url), {
    workerData: { type, bytes: Uint8Array.from(bytes) },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  return new Promise<Answer>((resolve) => {
    const timer = setTimeout(() => resolve({ fault: 'timeout' }), PATIENCE_MS);
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', () => resolve({ fault: 'crashed' }));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve({ fault: 'crashed' });
    });
  }).finally(() => void worker.terminate());
}
