import { parentPort, workerData } from 'node:worker_threads';
import { docxText } from './docx.ts';
import { pdfText } from './pdf.ts';

/** Runs apart, so that a file that never ends, or eats memory, is stopped without the server. */
const { type, bytes } = workerData as { type: 'DOCX' | 'PDF'; bytes: Uint8Array };

try {
  parentPort!.postMessage({ answer: type === 'DOCX' ? await docxText(bytes) : await pdfText(bytes) });
} catch (fault) {
  parentPort!.postMessage({ fault: fault instanceof Error ? fault.name : 'Error' });
}
