import { percentOf } from '../round/figures/figure.ts';
import type { FigureDefinition, FigureValue } from '../../../src/figures/counts/count.contract.ts';
import { sayCondition } from '../../../src/figures/counts/words.rules.ts';
import { moneyText } from '../../format/money.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** How a figure and its value are said. */
export function useFigureWords() {
  const spoken = useLanguage();
  const { t } = spoken;
  const words = (some: readonly string[]) => some.map((condition) => sayCondition(condition, t)).join(t('figures.and'));
  return {
    /** What it counts: both parts of a rate, and what is left out. */
    meaning: ({ kind, part, of, without, at }: FigureDefinition): string =>
      t(`figures.meaning.${kind}`, { part: words(part), of: words(of), at: at ?? '' }) +
      (without.length ? t('figures.meaning.without', { without: words(without) }) : ''),
    /** One side of it, as the head of a list: 响应率 · 已答复. */
    side: ({ part, of, without }: FigureDefinition, side: 'part' | 'of' | 'left'): string =>
      side === 'left' ? t('figures.left-out', { without: words(without) }) : words(side === 'of' ? of : part),
    /** `95.56%`, `45`, `3 个工作日`, or that there is nothing to say. */
    value: ({ kind }: FigureDefinition, { part, of }: FigureValue): string => {
      if (kind === 'rate') return percentOf(part ?? 0, of ?? 0) ?? t('figures.nothing');
      if (part === null) return t('figures.nothing');
      if (kind === 'amount') return moneyText(spoken, part);
      return kind === 'workdays' ? t('figures.workdays', { n: part }) : String(part);
    },
  };
}
