import { changeOriginator } from '../../directory/index.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import type { Host } from '../life/ask.rules.ts';
import type { MatterAct } from '../life/effect.rules.ts';
import { findSealedOf } from './raised.store.ts';

/** The word that stands as the purpose of an erasure that those who are named agreed to, in the act and in no sentence. */
const AGREED = 'agreed';

/**
 * Erases whoever asked for it, where those who are named for the last of what is sealed of theirs agree by this very act; part of its transaction.
 * Their key, code, contacts and files go, as with any other who is erased; the acts stay, and their words for who is named.
 */
export async function eraseAgreed(
  tx: Tx,
  city: number,
  { id, state }: Host,
  { effects }: MatterAct,
  now: Date,
): Promise<void> {
  if (!state.erasing || !effects.some((effect) => effect.do === 'forget' && effect.agreed)) return;
  const { by } = state.erasing;
  await asSystem(tx, async () => {
    const others = (await findSealedOf(tx, city, by)).filter((one) => one.id !== id);
    if (others.some((one) => one.state.erasing?.agreed !== true)) return;
    const act = { id: uuidv7(now), kind: 'erase-originator', given: { purpose: AGREED } } as const;
    await changeOriginator(tx, { city, system: true }, by, act, now);
  });
}
