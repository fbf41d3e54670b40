import type { Tx } from '../../platform/postgres/index.ts';
import type { KeptLesson } from './model.store.ts';
import { findModel } from './model.store.ts';
import { unpack, type Unpacked } from './packed.rules.ts';

/** So many models are at hand, those asked for last: some tens of megabytes at the most. */
const AT_HAND = 4;

/** Models read before, by their version, which names all that they learned from, and so never those of two cities. */
const atHand = new Map<string, Unpacked>();

/**
 * The model of a lesson, read where this process hasn't got it; undefined where another has just taken its place. Whether it is still
 * the one in force is told by the lesson, which is read each time.
 */
export async function modelOf(tx: Tx, city: number, lesson: KeptLesson): Promise<Unpacked | undefined> {
  const version = lesson.version!;
  let model = atHand.get(version);
  if (!model) {
    const bytes = await findModel(tx, city, lesson);
    if (!bytes) return undefined;
    model = unpack(bytes);
  }
  atHand.delete(version);
  atHand.set(version, model);
  if (atHand.size > AT_HAND) atHand.delete(atHand.keys().next().value!);
  return model;
}
