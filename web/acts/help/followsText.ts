import type { MatterView } from '../../../src/matters/contract.ts';
import type { Follows } from '../../../src/mechanism/contract.ts';
import { limitText } from '../../format/limitText.ts';
import type { Translate } from '../../i18n/language.tsx';

type Names = Pick<MatterView, 'stages' | 'clockNames'>;

/**
 * What the matter's own mechanism lets follow from an act, a sentence each: the stage entered, the clocks that start with their
 * limits, those that end or are moved. Names are in both languages; `t` says the reader's.
 */
export function followsText(t: Translate, kind: string, follows: Follows, { stages, clockNames }: Names): string[] {
  const stage = stages.find(({ key }) => key === follows.to);
  const quoted = (clock: string) => t('help.clock', { clock: clockNames[clock] });
  const begun = ({ clock, limit, otherwise }: Follows['starts'][number]) =>
    t(otherwise ? 'help.clock.otherwise' : 'help.clock.limit', {
      clock: clockNames[clock],
      limit: limitText(t, limit),
      otherwise: otherwise && limitText(t, otherwise),
    });
  // Who stays named keeps stance and clocks, and a lead that stays keeps the stage.
  const assigns = kind === 'assign' ? '.assign' : '';
  return [
    ...(stage ? [t(`help.follows.stage${assigns}`, { stage: { zh: stage.zh, en: stage.en } })] : []),
    ...(follows.ends.length ? [t('help.follows.ends', { clocks: follows.ends.map(quoted) })] : []),
    ...(follows.starts.length ? [t(`help.follows.starts${assigns}`, { clocks: follows.starts.map(begun) })] : []),
    ...(follows.moves.length ? [t(`help.follows.${kind}`, { clocks: follows.moves.map(quoted) })] : []),
  ];
}
