import type { Change } from '../../src/matters/story/story.contract.ts';
import type { Translate } from '../i18n/language.tsx';
import { wholeMoney } from '../format/money.ts';
import type { Names } from './storyText.ts';

type More = Names & { clock: (key: string) => string; office: string };
export type WordChange = Extract<Change, { of: 'text' | 'area' | 'aim' | 'wanted' }>;

export const isOfWords = (change: Change): change is WordChange =>
  change.of === 'text' || change.of === 'area' || change.of === 'aim' || change.of === 'wanted';

export type SumChange = Extract<Change, { of: 'amount' | 'weight' }>;

/** What is said in so few words that it stands on the line of the act itself. */
export const isOfSums = (change: Change): change is SumChange => change.of === 'amount' || change.of === 'weight';

/** One of these: `涉案金额由 185,000 元 改为 200,000 元`. */
export function sumChangeText(t: Translate, change: SumChange): string {
  const said = (one: string | number | null) => (typeof one === 'number' ? wholeMoney(t, one) : one);
  return t(changeKey(change), { from: said(change.from), to: said(change.to) });
}

/** The sentence for words that changed, its `{from}` and `{to}` left to be filled: with words, or with words that are marked. */
export const wordChangeKey = (change: WordChange): string => changeKey(change);

const changeKey = ({ of, from, to }: { of: string; from: unknown; to: unknown }): string =>
  `story.change.${of}${from === null ? '.new' : to === null ? '.gone' : ''}`;

/** One thing that an act made different, in words: `文字由“…”改为“…”`. */
export function changeText(t: Translate, change: Change, names: More): string {
  switch (change.of) {
    case 'text':
    case 'area':
    case 'aim':
    case 'wanted':
      return t(wordChangeKey(change), { from: change.from, to: change.to });
    case 'amount':
    case 'weight':
      return sumChangeText(t, change);
    case 'confidential':
    case 'green':
      return t(`story.change.${change.of}.${change.to ? 'yes' : 'no'}`);
    case 'came':
    case 'left':
      return t(`story.change.${change.of}`, { unit: names.unit(change.unit), part: t(`story.part.${change.part}`) });
    case 'part':
      return t('story.change.part', {
        unit: names.unit(change.unit),
        from: t(`story.part.${change.from}`),
        to: t(`story.part.${change.to}`),
      });
    case 'due':
      return t('story.change.due', { from: names.day(change.from), to: names.day(change.to) });
    case 'asked':
      return t('story.change.asked', {
        unit: names.unit(change.unit),
        from: names.day(change.from),
        to: names.day(change.to),
      });
    case 'judged':
      return t('story.change.judged', {
        unit: names.unit(change.unit),
        day: names.day(change.day),
        said: [
          t('web.story.stars', { n: change.stars }),
          t(`web.story.solved.${change.solved ? 'yes' : 'no'}`),
          t(`web.story.satisfied.${change.satisfied ? 'yes' : 'no'}`),
        ].join(' · '),
      });
    case 'clock':
      return t('story.change.clock', {
        unit: change.unit ? names.unit(change.unit) : names.office,
        clock: names.clock(change.clock),
        from: names.day(change.from),
        to: names.day(change.to),
      });
  }
}
