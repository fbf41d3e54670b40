import { findQuantities } from '../minutes/quantities.rules.ts';
import { CLAUSES } from './period.rules.ts';

/** What holds digits and promises nothing: names in quotes, numbers of documents and of items, days, years, hours of a clock. */
const NO_AMOUNT = new RegExp(
  [
    '《[^》]{0,80}》',
    '“[^”]{0,40}”',
    '〔[^〕]{0,10}〕\\d*号?',
    '第[\\d一二三四五六七八九十百]+',
    '[（(]\\d{1,2}[)）]',
    '^\\s*\\d{1,3}[.．、]',
    '[一二三四五六七八九十]+(?:届|大(?:报告|精神|以来|召开)?|次(?=全会|会议|、))',
    '\\d+(?:G(?![A-Za-z])|号|届|热线)',
    // A year, and for how many: what is promised is counted in something else.
    '\\d{1,4}\\s*[—–\\-~～至到]?\\s*(?:\\d{1,4})?\\s*年(?:度|代|底|末|初|[以之]?内|前|期满?)?',
    '\\d{1,2}月(?:份|底|末|初|\\d{1,2}[日号])?',
    '\\d{1,2}[日号点时](?:前|内)?',
    '[前]?\\d个?季度',
  ].join('|'),
  'gu',
);
const DIGITS = /\d[\d.,]*\s*[\p{Script=Han}%％‰A-Za-z℃]/u;
const WORDS = /[一二三四五六七八九][十百千万亿][一二三四五六七八九十百千万亿零〇]*\p{Script=Han}/u;

/** The clauses of a text in which an amount stands, as printed: what a reader of indicators has left there, so that somebody looks at it. Pure. */
export const amountsIn = (text: string): string[] =>
  text.split(CLAUSES).flatMap((clause) => {
    const words = clause.trim();
    const amount = words.replace(NO_AMOUNT, '');
    return DIGITS.test(amount) || WORDS.test(amount) || findQuantities(amount, []).length > 0 ? [words] : [];
  });
