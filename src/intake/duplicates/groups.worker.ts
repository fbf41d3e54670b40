import { parentPort, workerData } from 'node:worker_threads';
import { groupsOf } from '../topics/groups.rules.ts';

/** Runs apart: ten thousand texts take seconds, in which the server answers others. */
const { bytes } = workerData as { bytes: Uint8Array };
const texts = JSON.parse(new TextDecoder().decode(bytes)) as string[];
parentPort!.postMessage({ answer: groupsOf(texts).filter((group) => group.length > 1) });
