import { MOST_FEN } from '../../../src/matters/parties/fen.rules.ts';
import type { Translate } from '../../i18n/language.tsx';

/** What was typed for a sum of money: nothing, so many fen, or what is none, and in which way. Nought is none before somebody says so expressly. */
type Sum =
  | { readonly kind: 'none' }
  | { readonly kind: 'fen'; readonly fen: number }
  | { readonly kind: 'wrong'; readonly why: 'unread' | 'negative' | 'parts' | 'large' | 'zero' };
const wrong = (why: Extract<Sum, { kind: 'wrong' }>['why']): Sum => ({ kind: 'wrong', why });

const TIMES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10_000n, 亿: 100_000_000n };
const FIGURES = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
/** One number, and in what: `3,400`, `18.5万`, `5千万`. */
const PLAIN = new RegExp(`^(${FIGURES})([十百千]?[万亿]?)$`, 'u');
/** As it is said: `1亿2000万`, `18万5千`, `18万5`; the parts are whole, and the last may leave out what it counts. */
const SAID = /^(?:(\d+)亿)?(?:(\d{1,4})([十百千]?)万)?(?:(\d{1,4})([十百千]?))?$/u;

const times = (unit: string): bigint => [...unit].reduce((n, sign) => n * TIMES[sign]!, 1n);

/**
 * Reads a sum of money as people write it: `3400`, `3,400.50 元`, `3400万`, `18.5万元`, `18万5`, `1.2亿`. Exact: what is less than a fen is
 * told, and not rounded.
 */
function sumOf(typed: unknown): Sum {
  const text = plain(typed);
  if (text === '') return { kind: 'none' };
  if (/^[-−–—负]/u.test(text)) return wrong('negative');
  const yuan = single(text) ?? said(text);
  if (!yuan) return wrong('unread');
  const { figures, places } = yuan;
  // An amount that is not known is often written so, and is none.
  if (figures === 0n && !String(typed).includes('整')) return wrong('zero');
  const fen = figures * 100n;
  const whole = 10n ** BigInt(places);
  if (fen > BigInt(MOST_FEN) * whole) return wrong('large');
  return fen % whole === 0n ? { kind: 'fen', fen: Number(fen / whole) } : wrong('parts');
}

const plain = (typed: unknown): string =>
  typeof typed === 'string' || typeof typed === 'number'
    ? String(typed)
        .normalize('NFKC')
        .replace(/\s/gu, '')
        .replace(/^(?:人民币|¥|RMB)/iu, '')
        .replace(/(?:元整|元|整)$/u, '')
    : '';

type Yuan = { figures: bigint; places: number };

function single(text: string): Yuan | null {
  const [, number, unit = ''] = PLAIN.exec(text) ?? [];
  if (number === undefined) return null;
  const [whole = '', part = ''] = number.replaceAll(',', '').split('.');
  return { figures: BigInt(whole + part) * times(unit), places: part.length };
}

function said(text: string): Yuan | null {
  const [hit, yi, wan, ofWan = '', rest, ofRest = ''] = SAID.exec(text) ?? [];
  if (!hit || (yi === undefined && wan === undefined)) return null;
  // 18万5 is 18.5万, and 1亿2 is 1.2亿; two or three figures with nothing behind them may be meant in two ways.
  const cut = rest !== undefined && ofRest === '' && rest.length < 4;
  if (cut && (rest.length > 1 || rest === '0')) return null;
  const last = cut ? times(wan === undefined ? '亿' : `${ofWan}万`) / 10n : times(ofRest);
  const parts = [BigInt(yi ?? 0) * times('亿'), BigInt(wan ?? 0) * times(`${ofWan}万`), BigInt(rest ?? 0) * last];
  return { figures: parts.reduce((a, b) => a + b), places: 0 };
}

/** Fen of what was typed; undefined for nothing, and for what is no sum of money, of which {@link sumFault} says why. */
export function fenOf(typed: unknown): number | undefined {
  const sum = sumOf(typed);
  return sum.kind === 'fen' ? sum.fen : undefined;
}

/** How it is written that there is no money in it, and not that nobody knows how much. */
export const ZERO = '0元整';
/** Whether it is asked once more whether it is nought. */
export const asksZero = (typed: unknown): boolean => {
  const sum = sumOf(typed);
  return sum.kind === 'wrong' && sum.why === 'zero';
};

/** Why it is no sum of money, and what would be; undefined where it is one, or nothing. `above`: it has to be more than nothing. */
export function sumFault(t: Translate, typed: unknown, { above = false } = {}): string | undefined {
  const sum = sumOf(typed);
  if (above && (sum.kind === 'fen' ? sum.fen === 0 : asksZero(typed))) return t('web.yuan.nothing');
  return sum.kind === 'wrong' ? t(`web.yuan.${sum.why}`, { typed: String(typed).trim() }) : undefined;
}
