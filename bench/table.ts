import { isMet, ratioOf, type Row } from './row.ts';

const figure = (n: number): string =>
  n >= 1000 ? Math.round(n).toLocaleString('en-US') : n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2);
const of = (n: number | null, unit: string): string => (n === null ? '–' : `${figure(n)} ${unit}`);

/** The rows as a Markdown table, as it stands in docs/bench.md. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const ratio = ratioOf(row);
    const ceiling = row.ceiling ? `${row.ceiling.what}: ${of(row.ceiling.measured, row.unit)}` : '–';
    const sign = row.aim?.bound === 'at least' ? '≥' : '≤';
    const aim = row.aim ? `${sign} ${row.aim.value.toLocaleString('en-US')}${row.aim.of === 'ratio' ? ' ×' : ''}` : '–';
    const met = { true: 'yes', false: '**no**', null: '–' }[String(isMet(row)) as 'true' | 'false' | 'null'];
    const cells = [row.what, of(row.measured, row.unit), ceiling, ratio === null ? '–' : ratio.toFixed(2), aim, met];
    return `| ${[...cells, row.note ?? ''].join(' | ')} |`;
  });
  const head = '| what | measured | ceiling in the same run | ratio | aim | met | note |';
  return [head, '| --- | --- | --- | --- | --- | --- | --- |', ...lines].join('\n');
}
