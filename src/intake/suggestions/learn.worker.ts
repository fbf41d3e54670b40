import { parentPort, workerData } from 'node:worker_threads';
import { termsFor, type Lesson } from './lessons.rules.ts';
import { pack } from './packed.rules.ts';
import { train } from './train.rules.ts';

/** Runs apart: some thousand texts take seconds, in which the server answers others. */
const { bytes } = workerData as { bytes: Uint8Array };
const { texts, ids } = JSON.parse(new TextDecoder().decode(bytes)) as Lesson;
const kinds = new Set(texts.map(({ category }) => category)).size;
const answer = pack(train(texts, termsFor(kinds)), ids);
parentPort!.postMessage({ answer }, [answer.buffer]);
