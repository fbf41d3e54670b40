import type { Stretch } from './contract.ts';

const KIND = /(?:纪要|通知|意见|方案|办法|措施|计划|要点|规划|规定|清单|通报|决定|报告|函|批复)$/u;

/**
 * A document's title and the lines that it is made of: those before the text proper. Of a text without, the name of what it
 * issues (《…方案》已经…), which no line of its own holds.
 */
export function titleOf(text: string): { title: string; lines: Stretch[] } {
  const own: string[] = [];
  const lines: Stretch[] = [];
  let start = 0;
  for (const line of text.slice(0, 600).split('\n').slice(0, 5)) {
    if (line.length > 60 || /[。；：:，]|^[一二三四五六七八九十]、|^[（(]/u.test(line)) break;
    // Under a letterhead that is a title of its own kind stands the title.
    if (KIND.test(own.at(-1) ?? '') && line.length >= 8 && KIND.test(line)) own.length = 0;
    if (!/^[^，]{0,14}〔\d{4}〕.{1,8}号$/u.test(line)) {
      own.push(line);
      lines.push({ start, end: start + line.length });
    }
    start += line.length + 1;
  }
  if (own.length > 0 && text.length > own.join('').length + 10) return { title: own.join(''), lines };
  return { title: /《([^》]{4,80})》(?:已经|业经|印发)/u.exec(text.slice(0, 600))?.[1] ?? '', lines: [] };
}
