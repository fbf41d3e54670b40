import type { Language, Translate } from '../i18n/language.tsx';

type Words = { readonly t: Translate; readonly language: Language };
const FEN = 100;
const WAN = 10_000 * FEN;
const YI = 10_000 * WAN;
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: false });
const compact = new Intl.NumberFormat('en', { maximumFractionDigits: 2, notation: 'compact' });
const whole = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A sum of money as officials say it: `3400 万元`, `12.9 亿元`, `850 元`; in English `¥34M`. */
export function moneyText({ t, language }: Words, fen: number): string {
  if (language === 'en') return t('web.money.yuan', { n: compact.format(fen / FEN) });
  if (fen >= YI) return t('web.money.yi', { n: short.format(fen / YI) });
  if (fen >= WAN) return t('web.money.wan', { n: short.format(fen / WAN) });
  return t('web.money.yuan', { n: short.format(fen / FEN) });
}

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
/** All of it, without the fen where there are none: `34,000,000 元`. */
export const wholeMoney = (t: Translate, fen: number): string =>
  fen % FEN === 0 ? t('web.money.yuan', { n: grouped.format(fen / FEN) }) : exactMoney(t, fen);

/** To the last fen. */
export const exactMoney = (t: Translate, fen: number): string => t('web.money.yuan', { n: whole.format(fen / FEN) });
