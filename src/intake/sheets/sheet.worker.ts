import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from './workbook.ts';

/** Runs apart, so that a file that never ends, or eats memory, is stopped without the server. */
const { bytes } = workerData as { bytes: Uint8Array };

try {
  parentPort!.postMessage({ answer: await readWorkbook(bytes) });
} catch (fault) {
  parentPort!.postMessage({ fault: fault instanceof Error ? fault.name : 'Error' });
}
