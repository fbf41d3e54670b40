import type { Named, Uuid } from '../kernel/index.ts';
import { disputed, type MatterState } from '../matters/index.ts';
import { sentence } from '../platform/i18n/index.ts';

/**
 * Where a matter stands, as whoever raised it is told: by the stage's name, but that of an answer which they have judged already, and are
 * content with, while the public list still keeps it. The stage says of it that it waits for a judgement.
 */
export const toldStage = (state: MatterState, stage: Named, seat: Uuid): Named =>
  isJudged(state, seat)
    ? { zh: sentence('zh', 'counter.stage.judged'), en: sentence('en', 'counter.stage.judged') }
    : stage;

/** The key of the stage that is told: while an exclusion is under review, that from which it was proposed, of which they know. */
export function stageKey({ stage, entered, exclusion }: MatterState): string {
  if (exclusion?.agreed !== null) return stage;
  const before = Object.entries(entered).filter(([key]) => key !== stage);
  return before.toSorted(([, a], [, b]) => a.localeCompare(b)).at(-1)?.[0] ?? stage;
}

const isJudged = (state: MatterState, seat: Uuid): boolean =>
  state.phase === 'answered' &&
  state.listed !== null &&
  !disputed(state) &&
  state.evaluations.some(({ by }) => by === seat);
