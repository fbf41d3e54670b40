import { no, ok, problem, type Result } from '../../kernel/index.ts';
import type { Labelled } from './contract.ts';

/** The columns that are read, each under any of its names. */
const COLUMNS = {
  category: ['一级标签', '类别', 'category'],
  title: ['留言主题', '标题', 'title'],
  body: ['留言详情', '内容', 'body'],
} as const;

/**
 * The labelled texts of a table whose cells are parted by tabs: a line of headings, then a text a line. Columns of other names
 * are passed over, as are lines without a category. Refuses a table that lacks a column (`suggest.column-missing`, with its
 * names) or has no labelled text (`suggest.nothing-labelled`).
 */
export function readLabelled(table: string): Result<Labelled[]> {
  const [head = '', ...lines] = table.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const headings = head.split('\t').map((cell) => cell.trim());
  const at = (names: readonly string[]): number => headings.findIndex((heading) => names.includes(heading));
  const lacking = Object.values(COLUMNS).find((names) => at(names) < 0);
  if (lacking) return no(problem('suggest.column-missing', { names: [...lacking] }));
  const [category, title, body] = [at(COLUMNS.category), at(COLUMNS.title), at(COLUMNS.body)];
  const labelled = lines
    .map((line) => line.split('\t'))
    .map((cells) => ({
      category: cells[category]?.trim() ?? '',
      title: cells[title]?.trim() ?? '',
      body: cells[body]?.trim() ?? '',
    }))
    .filter((one) => one.category !== '');
  return labelled.length > 0 ? ok(labelled) : no(problem('suggest.nothing-labelled'));
}
