import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { useT } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';
import style from './Mentions.module.css';

/** Who will be told for being named, so that two of one name are not taken for each other; before that, that one may name somebody. */
export function MentionHint({ called }: { called: readonly NamedSeat[] }) {
  const t = useT();
  const { unitName } = useUnits();
  const people = called.map(({ name, unit, title }) => t('mention.who', { name, of: unit ? unitName(unit) : title }));
  return <p className={style['hint']}>{people.length ? t('mention.told', { people }) : t('mention.hint')}</p>;
}
