/** — 3 —, - 3 -, 第3页, 第 3 页 共 12 页: a line that only numbers its page. */
const PAGE_NUMBER =
  /^[^\S\n]*(?:[—–―－-]{1,2}[^\S\n]{0,4}\d{1,3}[^\S\n]{0,4}[—–―－-]{1,2}|第[^\S\n]{0,4}\d{1,3}[^\S\n]{0,4}页(?:[^\S\n]{0,4}[，,/]?[^\S\n]{0,4}共[^\S\n]{0,4}\d{1,3}[^\S\n]{0,4}页)?)[^\S\n]*(?:\n|$)/gmu;

/**
 * A text without the lines that number its pages, and these numbers: one stands in the middle of whatever sentence runs over
 * the page, and would be read as a part of it.
 */
export function withoutPageNumbers(text: string): { text: string; numbers: string[] } {
  const numbers: string[] = [];
  const rest = text.replace(PAGE_NUMBER, (line) => {
    numbers.push(line.replace(/\s+/gu, ''));
    return '';
  });
  return { text: rest, numbers };
}
