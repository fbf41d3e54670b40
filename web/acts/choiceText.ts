import type { ActChoice } from '../../src/matters/contract.ts';
import type { Params, Translate } from '../i18n/language.tsx';

type Names = { stage: (key: string) => string; day: (day: string) => string };

/**
 * Why an act is off, in words. The policy answers with keys (an act's kind, a stage, a stance, a part, a date); here they
 * become the words of the reader's language.
 */
export function choiceText(t: Translate, choice: ActChoice, names: Names): string {
  return choice.code ? t(choice.code, Object.fromEntries(Object.entries(choice.params).map(spoken(t, names)))) : '';
}

const spoken =
  (t: Translate, names: Names) =>
  ([name, value]: [string, unknown]): [string, Params[string]] => {
    const word = (one: unknown): unknown => {
      if (typeof one !== 'string') return one;
      if (name === 'act') return t(`web.act.${one}`);
      if (name === 'by') return t(`web.actor.${one}`);
      if (name === 'stance') return t(`web.stance.${one}`);
      if (name === 'stage' || name === 'stages') return names.stage(one);
      return /^\d{4}-\d\d-\d\d$/u.test(one) ? names.day(one) : one;
    };
    return [name, Array.isArray(value) ? value.map(word) : word(value)];
  };
