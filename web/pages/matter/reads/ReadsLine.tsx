import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { Reader } from '../../../../src/matters/reads/read.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import style from './ReadsLine.module.css';
import { useReads } from './useReads.ts';

/** Of very many units that have not looked so many are named, and the rest counted. */
const NAMED = 6;

/** Who has read it, in one quiet line that opens; for the office, which units have not even looked. */
export function ReadsLine({ matter }: { matter: Pick<MatterRow, 'id' | 'seq'> }) {
  const t = useT();
  const { instant } = useFormat();
  const { unitName } = useUnits();
  const readers = useReads(matter);
  if (!readers) return null;
  const { count, rows, unseen } = readers;
  const last = rows[0];
  return (
    <div className={style['reads']}>
      {unseen.length > 0 && (
        <p className={style['unseen']} title={t('reads.unseen', { units: unseen.map(unitName) })}>
          {unseen.length > NAMED + 1
            ? t('reads.unseen.many', { units: unseen.slice(0, NAMED).map(unitName), n: unseen.length })
            : t('reads.unseen', { units: unseen.map(unitName) })}
        </p>
      )}
      {last ? (
        <details>
          <summary>{t('reads.count', { n: count, who: last.who, at: instant(last.at) })}</summary>
          <ul>
            {rows.map((reader) => (
              <li key={`${reader.seat} ${reader.at}`}>
                <span>{nameOf(reader)}</span>
                <span>{reader.upTo >= matter.seq ? t('reads.newest') : t('reads.up-to', { seq: reader.upTo })}</span>
                <time dateTime={reader.at}>{instant(reader.at)}</time>
              </li>
            ))}
          </ul>
          {count > rows.length && <p>{t('reads.older', { n: count - rows.length })}</p>}
        </details>
      ) : (
        !unseen.length && <p>{t('reads.none')}</p>
      )}
    </div>
  );

  function nameOf({ who, unit, title }: Reader): string {
    return `${unit ? unitName(unit) : title} ${who}`;
  }
}
