import type { ActChoice } from '../../src/matters/contract.ts';
import { readable } from '../../src/platform/i18n/wording.rules.ts';
import type { Translate } from '../i18n/language.tsx';

type Names = {
  find: (key: string) => string | undefined;
  stage: (key: string) => string;
  day: (day: string) => string;
};

/** Why an act is off, in words: the policy's keys (acts, stages, stances, dates) become the reader's own. */
export function choiceText(t: Translate, { code, params }: ActChoice, names: Names): string {
  if (!code) return '';
  const dated = Object.entries(params).map(([name, value]): [string, unknown] => [name, dayOr(value, names.day)]);
  return t(code, readable(Object.fromEntries(dated), names.find, names.stage));
}

const dayOr = (value: unknown, day: Names['day']): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value) ? day(value) : value;
