import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Measure } from './measure.rules.ts';

/** How far a column of a table reaches; a Chinese character takes two places. */
const NAME = 22;
const NUMBER = 12;

const places = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/u.test(c) ? 2 : 1), 0);
const left = (text: string): string => text + ' '.repeat(Math.max(1, NAME - places(text)));
const right = (text: string): string => ' '.repeat(Math.max(1, NUMBER - places(text))) + text;
const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

/** A measure as tables for the terminal, in the reader's language. */
export function printMeasure(measure: Measure, language: Language): string {
  const say = (key: string, params = {}): string => sentence(language, `suggest.${key}`, params);
  const heads = ['precision', 'recall', 'f1', 'texts'].map((key) => right(say(`head-${key}`))).join('');
  const classes = measure.perClass.map(
    ({ category, precision, recall, f1, support }) =>
      left(category) + [percent(precision), percent(recall), f1.toFixed(3), String(support)].map(right).join(''),
  );
  const bins = measure.calibration.map(
    ({ from, to, count, said, right: hits }) =>
      left(`${percent(from)}–${percent(to)}`) + [String(count), percent(said), percent(hits)].map(right).join(''),
  );
  const binHeads = ['texts', 'said', 'right'].map((key) => right(say(`head-${key}`))).join('');
  return [
    say('measured', { macro: measure.macroF1.toFixed(4) }),
    say('took', { seconds: measure.trainSeconds.toFixed(1), ms: measure.msPerSuggestion.toFixed(2) }),
    '',
    left(say('head-category')) + heads,
    ...classes,
    '',
    left(say('head-sure')) + binHeads,
    ...bins,
    '',
  ].join('\n');
}
