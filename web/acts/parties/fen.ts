/** Fen of yuan as typed, `3400`, `3,400.50`; undefined for nothing, NaN for what is no sum of money. */
export function fenOf(typed: unknown): number | undefined {
  if (typeof typed !== 'string' && typeof typed !== 'number') return undefined;
  const text = String(typed)
    .normalize('NFKC')
    .replace(/[,\s元¥]/gu, '');
  if (text === '') return undefined;
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/u.exec(text);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN;
}
