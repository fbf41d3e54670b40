import { exactMoney, moneyText } from '../../format/money.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** A sum of money, short; to the last fen for whoever stays on it. */
export function Yuan({ fen }: { fen: number }) {
  const words = useLanguage();
  return <span title={exactMoney(words.t, fen)}>{moneyText(words, fen)}</span>;
}
