import { normalise } from '../../kernel/index.ts';

/** What a cell says: a value, nothing, or something that is no such thing. */
export type Cell<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'wrong' };
const NONE = { kind: 'none' } as const;
const WRONG = { kind: 'wrong' } as const;

/** Words for what is not known. */
const UNKNOWN = /^(?:[-—/]+|无|未知|不详|暂无|n\/a)?$/iu;
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;
const FEN_PER_YUAN = 100;
const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };
const MOST_STAFF = 10_000_000;
/** Ten trillion yuan. */
const MOST_FEN = 1e15;

const plain = (cell: string): string => normalise(cell).replace(/\s+/gu, '');
const numberOf = (text: string): number | null => (NUMBER.test(text) ? Number(text.replaceAll(',', '')) : null);

/** How many people: `128`, `1,280 人`. */
export function staffOf(cell: string): Cell<number> {
  const text = plain(cell).replace(/人$/u, '');
  if (UNKNOWN.test(text)) return NONE;
  const value = numberOf(text);
  return value !== null && Number.isInteger(value) && value <= MOST_STAFF ? { kind: 'value', value } : WRONG;
}

/** An amount in fen: `3,400` and `3400 万元` are the same, `1.2 亿元`, `5000元`. */
export function moneyOf(cell: string): Cell<number> {
  const text = plain(cell);
  if (UNKNOWN.test(text)) return NONE;
  const [, figures = '', unit = '万元'] = /^([\d.,]+)(元|万元|亿元|万|亿)?$/u.exec(text) ?? [];
  const value = numberOf(figures);
  if (value === null) return WRONG;
  const fen = Math.round(value * (YUAN[unit] ?? YUAN[`${unit}元`])! * FEN_PER_YUAN);
  return fen <= MOST_FEN ? { kind: 'value', value: fen } : WRONG;
}

/** A code of industry, which may have its name behind it: `C3360 金属表面处理`. */
export function industryCell(cell: string, industryOf: (code: string) => string | null): Cell<string> {
  const text = normalise(cell).trim();
  if (UNKNOWN.test(text)) return NONE;
  const [code = ''] = /^[A-Ta-t]?\d{2,4}(?!\d)/u.exec(text) ?? [];
  const value = industryOf(code);
  return value === null ? WRONG : { kind: 'value', value };
}

/** Words of at most so many characters. */
export function wordsOf(cell: string, most: number): Cell<string> {
  const text = normalise(cell).trim();
  if (UNKNOWN.test(text)) return NONE;
  return text.length <= most ? { kind: 'value', value: text } : WRONG;
}
