import type { Mechanism } from '../../../../../src/mechanism/contract.ts';
import { useLanguage } from '../../../../i18n/language.tsx';
import { hearersText, rungDayText, rungText } from '../../../../slips/rungText.ts';
import style from './WayTable.module.css';

/** The ladder in words: of each clock on which day what is done and who is told. Nothing where the mechanism has none. */
export function LadderTable({ mechanism: { ladder = {}, clocks } }: { mechanism: Mechanism }) {
  const { t, language } = useLanguage();
  if (Object.keys(ladder).length === 0) return null;
  return (
    <div className={style['frame']}>
      <table className={style['table']}>
        <caption>{t('ladder')}</caption>
        <thead>
          <tr>
            {['clock', 'day', 'does', 'tells'].map((column) => (
              <th key={column} scope="col">
                {t(`ladder.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(ladder).flatMap(([clock, rungs]) =>
            rungs.map((rung) => (
              <tr key={`${clock} ${rung.at}`}>
                <td>{clocks[clock]?.name[language]}</td>
                <td>{rungDayText(rung, t)}</td>
                <td>{rungText(rung, t)}</td>
                <td>{hearersText(rung.tell, t)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
