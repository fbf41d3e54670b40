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

const isJudged = (state: MatterState, seat: Uuid): boolean =>
  state.phase === 'answered' &&
  state.listed !== null &&
  !disputed(state) &&
  state.evaluations.some(({ by }) => by === seat);
