import { no, ok, problem, type Result } from '../../kernel/index.ts';
import { readColumns } from '../reading/columns.rules.ts';
import type { Labelled } from './contract.ts';

const COLUMNS = {
  category: ['一级标签', '类别', 'category'],
  title: ['留言主题', '标题', 'title'],
  body: ['留言详情', '内容', 'body'],
};

/**
 * The labelled texts of a table as {@link readColumns} reads it; lines without a category are passed over. Refuses what that refuses, and
 * a table with no labelled text (`suggest.nothing-labelled`).
 */
export function readLabelled(table: string): Result<Labelled[]> {
  const read = readColumns(table, COLUMNS);
  if (!read.ok) return read;
  const labelled = read.value.filter(({ category }) => category !== '');
  return labelled.length > 0 ? ok(labelled) : no(problem('suggest.nothing-labelled'));
}
