import { sealFor } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { layVeils, payloadOf, readStream, veiled, type StoredAct, type Veil } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { MatterAct } from '../life/effect.rules.ts';
import { foldAll } from '../life/fold.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { matterAct } from '../receipt.ts';
import { hiddenBy, hidesIn, withMarks } from './hide-words.rules.ts';

/** More acts than any matter has. */
const MOST_ACTS = 100_000;

type Carried = Pick<MatterAct, 'given' | 'effects'>;
type Hid = { readonly act: MatterAct; readonly state: MatterState };

/**
 * A correction that hides words: wherever they stand in what was given with the acts before it, marks are read from now on, and the words are
 * kept beside the correction sealed as what is personal there is. The acts themselves stay as they were written, under a veil that the
 * correction names by its hash. Answers with the act as it is to be kept and the state as it is with the marks; null where it hides nothing.
 * Refuses `matter.hide-finds-nothing` with the words that stand nowhere.
 */
export async function hideWords(
  tx: Tx,
  city: number,
  { matter, state }: { readonly matter: Uuid; readonly state: MatterState },
  act: MatterAct,
): Promise<Hid | null> {
  const words = act.kind === 'correct' ? hidesIn(act.given['hide']) : [];
  if (words.length === 0) return null;
  const hidden = hiddenBy(act.seq, words);
  const veils: { seq: number; body: string; veil: Veil }[] = [];
  const shown: StoredAct[] = [];
  for (const stored of await readStream(tx, city, matter, { limit: MOST_ACTS })) {
    const payload = payloadOf(stored) as Carried;
    const marked = withMarks(payload, hidden);
    if (marked !== payload) {
      const { body, veil } = veiled(stored, marked);
      veils.push({ seq: stored.seq, body, veil });
      shown.push({ ...stored, body });
    } else shown.push(stored);
  }
  const all = veils.map(({ body }) => body).join('');
  const missed = hidden.filter(({ mark }) => !all.includes(mark)).map(({ text }) => text);
  if (missed.length) return refuse('matter.hide-finds-nothing', { words: missed }, { pointer: '/given/hide' });
  await layVeils(tx, city, matter, veils);
  const subject = state.originators[0]?.id ?? state.concerns?.id ?? matter;
  const sealed = await sealFor(tx, subject, act.id, JSON.stringify(hidden), matter);
  const { given, effects } = withMarks({ given: act.given, effects: act.effects }, hidden);
  return {
    act: {
      ...act,
      given: { ...given, hide: hidden.map(({ mark }) => mark).join('\n') },
      effects: [...effects, { do: 'conceal', subject, sealed }],
      veils: veils.map(({ veil }) => veil),
    },
    state: foldAll(shown.map(matterAct))!,
  };
}
