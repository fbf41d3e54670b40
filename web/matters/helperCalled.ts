import type { HelperSeat } from '../../src/matters/helpers/helper.contract.ts';

/** What somebody who helps is: their kind, as the reader's language has it, with their title where that says more. */
export function helperCalled({ kind, title }: Pick<HelperSeat, 'kind' | 'title'>, language: 'zh' | 'en'): string {
  if (!kind) return title;
  if (title.includes(kind.zh)) return language === 'zh' ? title : kind.en;
  return [kind[language], title].join(' ');
}
