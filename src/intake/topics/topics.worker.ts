import { parentPort, workerData } from 'node:worker_threads';
import type { Sent } from './contract.ts';
import { topicsOf } from './topics.rules.ts';

/** Runs apart: some thousand texts take seconds, in which the server answers others. */
const { bytes } = workerData as { bytes: Uint8Array };
const sent = JSON.parse(new TextDecoder().decode(bytes)) as Sent[];
parentPort!.postMessage({ answer: topicsOf(sent) });
