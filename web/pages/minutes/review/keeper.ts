import type { DraftView } from '../../../../src/intake/contract.ts';
import { api } from '../../../api.ts';
import { makeListeners } from '../../../frame/listeners.ts';
import { forget, keep, readKept } from './keep.ts';
import { clashOf, mergeReviews, type Clash } from './merge.ts';
import { reviewOf, type Review } from './review.ts';
import { sendReview } from './sendReview.ts';
import { makeSoon } from './soon.ts';

const QUIET_MS = 800;
const AGAIN_MS = 5000;

export type KeeperState = {
  review: Review;
  sign: 'saved' | 'waiting' | 'saving' | 'failed' | 'clash';
  error: unknown;
  /** Set while somebody else's version waits for a decision. */
  clash: (Clash & { view: DraftView }) | null;
  /** How many of somebody else's changes were taken in by themselves; 0 when none. */
  merged: number;
};

/**
 * Holds a draft under review: each edit stays on this machine at once and goes to the server a moment after the last one.
 * When somebody else has saved meanwhile, both are merged item by item; only an item that both touched is asked about.
 */
export function makeKeeper(view: DraftView, place: string) {
  const id = view.draft.id;
  let version = view.version;
  let base = reviewOf(view);
  let state: KeeperState = { review: base, sign: 'saved', error: null, clash: null, merged: 0 };
  /** What was sent and never answered: when the newer version on the server is one of these, it is my own. */
  const unanswered = new Map<string, Review>();
  const listeners = makeListeners();
  const saving = makeSoon(save);

  const kept = readKept(place);
  if (kept && view.draft.status === 'open') {
    base = kept.base;
    state = { ...state, review: kept.mine, sign: 'waiting' };
    if (kept.version === version) base = reviewOf(view);
    else meet(view);
  }

  function set(patch: Partial<KeeperState>): void {
    state = { ...state, ...patch };
    listeners.tell();
  }

  /** Somebody else's newer version is here: merge it, or ask. */
  function meet(theirs: DraftView): void {
    base = unanswered.get(JSON.stringify(reviewOf(theirs))) ?? base;
    const clash = clashOf(base, state.review, reviewOf(theirs));
    if (clash.both.length > 0 || clash.meeting) return set({ sign: 'clash', clash: { ...clash, view: theirs } });
    take(theirs, 'mine', clash.theirs);
  }

  function take(theirs: DraftView, prefer: 'mine' | 'theirs', merged: number): void {
    const review = mergeReviews(base, state.review, reviewOf(theirs), prefer);
    version = theirs.version;
    base = reviewOf(theirs);
    keep(place, { version, base, mine: review });
    set({ review, clash: null, merged, sign: 'waiting' });
    saving.in(QUIET_MS);
  }

  async function save(): Promise<void> {
    if (state.review !== base && !state.clash) await put(state.review);
  }

  async function put(sent: Review): Promise<void> {
    set({ sign: 'saving', error: null });
    const answer = await sendReview(id, sent, version);
    if ('version' in answer) return saved(sent, answer.version);
    if (answer.movedOn) return catchUp();
    set({ sign: 'failed', error: answer.error });
    if (!answer.mayHaveArrived) return;
    unanswered.set(JSON.stringify(sent), sent);
    saving.in(AGAIN_MS);
  }

  function saved(sent: Review, as: number): void {
    version = as;
    base = sent;
    unanswered.clear();
    if (state.review === sent) {
      forget(place);
      return set({ sign: 'saved' });
    }
    keep(place, { version, base, mine: state.review });
    set({ sign: 'waiting' });
    saving.in(QUIET_MS);
  }

  async function catchUp(): Promise<void> {
    try {
      meet(await api.get<DraftView>(`/api/minutes/${id}`));
    } catch (error) {
      set({ sign: 'failed', error });
      saving.in(AGAIN_MS);
    }
  }

  return {
    state: () => state,
    subscribe: listeners.subscribe,
    edit: (change: (review: Review) => Review): void => {
      const review = change(state.review);
      keep(place, { version, base, mine: review });
      set({ review, merged: 0, ...(state.clash ? {} : { sign: 'waiting' as const }) });
      if (!state.clash) saving.in(QUIET_MS);
    },
    /** Saves what is not saved yet. Answers whether everything is with the server now. */
    flush: async (): Promise<boolean> => {
      await saving.now();
      return state.sign === 'saved';
    },
    /** Decides about the items that both touched; everything else of both stays. */
    settle: (prefer: 'mine' | 'theirs'): void => {
      if (state.clash) take(state.clash.view, prefer, 0);
    },
    /** Begins to save by itself; answers how to stop, which sends what is left. */
    start: (): (() => void) => {
      saving.start();
      if (state.sign === 'waiting') saving.in(QUIET_MS);
      return () => {
        void saving.now();
        saving.stop();
      };
    },
  };
}
