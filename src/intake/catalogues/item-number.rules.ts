const DIGITS = '零一二三四五六七八九';

/** A whole number below a hundred as it is counted in Chinese; null for anything else. */
function counted(text: string): number | null {
  const match = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  return (ten ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0) + (ones ? DIGITS.indexOf(ones) : 0);
}

/**
 * The number of an item, however an edition writes it: 01, 1. and 1、, （一）, 第一条 and 第 1 条 are one number, and the list that wrote it so before
 * is found again. 1.10 stays apart from 1.1. What is no number stays as it is.
 */
export function itemNumber(text: string): string {
  const bare = text
    .replace(/^第\s*(.+?)\s*[条项款]$/u, '$1')
    .replace(/^[（(〔[【\s]+/u, '')
    .replace(/[）)〕\]】、．.。,，:：\s]+$/u, '');
  const n = counted(bare);
  if (n !== null) return String(n);
  return /^\d+(?:[.\-–]\d+)*$/u.test(bare) ? bare.replace(/(^|[.\-–])0+(?=\d)/gu, '$1') : bare || text;
}

/** Whether it is one: what is written alone in its line and is none heads the lines after it, or remarks on them. */
export const isNumber = (text: string): boolean => /^\d/u.test(itemNumber(text));
