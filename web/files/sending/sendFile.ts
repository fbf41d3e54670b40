import type { DetailedError, Upload } from 'tus-js-client';
import { FILE_LIMIT, sniff } from '../../../src/platform/files/media.rules.ts';
import { api, ApiProblem, type ProblemDetails } from '../../api.ts';
import type { FileReceipt } from '../receipt.ts';
import { crc32 } from './crc32.ts';
import { GIVEN_UP, type Send } from './desk.ts';
import { smaller } from './smaller.ts';

/** What goes out in one request: a proxy that gathers requests before it passes them on loses no more when the line breaks. */
const CHUNK_BYTES = 1024 * 1024;
/** Pauses before a request goes out again; then the person is told, and it goes on when the line is back. */
const AGAIN_AFTER_MS = [0, 1000, 3000, 5000];
/** A line that says nothing any more is given up, and a new one goes on from what had come. */
const SILENCE_MS = 90_000;

/**
 * Sends a file by the tus protocol for that seat: a line that is cut, and a closed tab in which the same file is chosen again, go on
 * where they were. What is for a sealed matter (`sealed`) is known to this browser in no way once the tab is closed. Throws {@link ApiProblem}, and what the signal was aborted with.
 */
export const sendFile =
  (seat: string, sealed: boolean): Send =>
  async (chosen, { share, signal }) => {
    const file = await smaller(chosen);
    if (file.size > FILE_LIMIT) throw tooLarge(chosen.name);
    const bytes = new Uint8Array(await file.arrayBuffer());
    // The server would say the same after the last byte: on a phone's line that is minutes too late.
    const sniffed = sniff(bytes, file.name);
    if ('not' in sniffed) throw notTaken(sniffed.not, chosen.name);
    const tus = await import('tus-js-client');
    const print = fingerprint(file, bytes, seat);
    signal.throwIfAborted();
    const url = await new Promise<string>((resolve, reject) => {
      const upload = new tus.Upload(file, {
        endpoint: '/api/uploads',
        chunkSize: CHUNK_BYTES,
        retryDelays: AGAIN_AFTER_MS,
        metadata: { filename: file.name, ...(sealed ? { sealed: 'yes' } : {}) },
        storeFingerprintForResuming: !sealed,
        fingerprint: async () => print,
        removeFingerprintOnSuccess: true,
        onBeforeRequest: (request) => {
          (request.getUnderlyingObject() as XMLHttpRequest).timeout = SILENCE_MS;
        },
        onProgress: (sent, total) => share(sent / total),
        onSuccess: () => resolve(upload.url ?? ''),
        onError: (error) => reject(problemOf(error)),
      });
      signal.addEventListener('abort', () => {
        void upload.abort(signal.reason === GIVEN_UP).catch(() => {});
        reject(signal.reason as Error);
      });
      goOn(upload).catch(reject);
    });
    const id = url.split('/').at(-1) ?? '';
    return api.act<FileReceipt>(`/api/uploads/${id}/file`, { id });
  };

/** Starts where an earlier attempt with the same bytes has come to. */
async function goOn(upload: Upload): Promise<void> {
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  upload.start();
}

/**
 * By what an upload is found again: the seat, the name and the very bytes. Name, size and date alone are the same for a file that was
 * saved again meanwhile, and half of the one with half of the other would be neither. (`crypto.subtle` is not there without TLS.)
 */
function fingerprint(file: File, bytes: Uint8Array, seat: string): string {
  const sum = crc32(bytes).toString(16);
  return `huiyin-${seat}-${file.name}-${file.size}-${sum}`;
}

const tooLarge = (name: string): ApiProblem =>
  new ApiProblem({
    title: '',
    status: 413,
    code: 'files.too-large',
    params: { name, limit: FILE_LIMIT / 1024 / 1024 },
  });

const notTaken = (why: string, name: string): ApiProblem =>
  new ApiProblem({ title: '', status: 415, code: `files.${why}`, params: { name } });

/** What the server said, as it says it everywhere; no answer at all is a cut line. */
function problemOf(error: Error | DetailedError): ApiProblem {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  if (!response || status === 0) return new ApiProblem({ title: '', status: 0, code: 'web.no-line' });
  let known: Partial<ProblemDetails> = {};
  try {
    known = JSON.parse(response.getBody()) as Partial<ProblemDetails>;
  } catch {
    // A proxy's own page, or an answer without a body: the status says enough.
  }
  return new ApiProblem({ title: '', code: 'web.server-fault', ...known, status });
}
