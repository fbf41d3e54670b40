import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { useT } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';
import { piecesOf } from './mention.ts';
import style from './Mentions.module.css';

/** Words as they were written, with those whom they call standing out; on a name, where that person sits. */
export function CalledText({ text, mentions }: { text: string; mentions: readonly NamedSeat[] }) {
  const t = useT();
  const { unitName } = useUnits();
  const pieces = piecesOf(
    text,
    mentions.map(({ name }) => name),
  );
  return pieces.map((piece, i) => {
    const who = mentions.find(({ name }) => name === piece.name);
    if (!who) return <span key={i}>{piece.text}</span>;
    const { name, unit, title } = who;
    return (
      <b key={i} className={style['name']} title={t('mention.who', { name, of: unit ? unitName(unit) : title })}>
        {piece.text}
      </b>
    );
  });
}
