import { uuidv7 } from '../../../act-id.ts';
import { groupsOf, type Review } from '../review/review.ts';
import type { Names } from './openRound.ts';

const key = (draft: string) => `huiyin.assign.${draft}`;

/** The names for assigning a draft: those of an earlier try, and new ones for what has come since. */
export function namesFor(draft: string, review: Review): Names {
  const kept = JSON.parse(localStorage.getItem(key(draft)) ?? 'null') as Names | null;
  const names: Names = kept ?? { round: uuidv7(), matters: {} };
  for (const { rows } of groupsOf(review)) for (const { item } of rows) names.matters[item.id] ??= uuidv7();
  localStorage.setItem(key(draft), JSON.stringify(names));
  return names;
}

export const forgetNames = (draft: string): void => localStorage.removeItem(key(draft));
