import { entrySubject, type EntryAct, type Noun, type Subject } from '../../ledger/index.ts';
import type { ToldState } from './apart.rules.ts';
import { readTold, writeTold } from './apart.store.ts';

export const TELL_APART = 'tell-apart';
export const TAKE_BACK = 'take-back';

function foldTold(state: ToldState | null, { kind, given, at, seat }: EntryAct): ToldState {
  if (seat === null) throw new Error('matters are told apart by somebody');
  if (kind === TELL_APART)
    return {
      ...(given as Pick<ToldState, 'mechanism' | 'parts'>),
      toldAt: at,
      toldBy: seat,
      endedAt: null,
      endedBy: null,
    };
  if (!state || kind !== TAKE_BACK) throw new Error(`no act on what was told apart: ${kind}`);
  return { ...state, endedAt: at, endedBy: seat };
}

/** What was told apart, as the register keeps it. */
export const toldNoun: Noun<ToldState> = {
  name: 'told-apart',
  opens: TELL_APART,
  fold: foldTold,
  write: writeTold,
  read: readTold,
};

export const toldSubject: Subject = entrySubject(toldNoun);
