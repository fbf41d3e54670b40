import type { Mechanism } from '../../../../../src/mechanism/contract.ts';
import { limitText } from '../../../../format/limitText.ts';
import { ruleText } from '../../../../format/ruleText.ts';
import { useFormat } from '../../../../format/useFormat.ts';
import { useLanguage } from '../../../../i18n/language.tsx';
import style from './WayTable.module.css';

/** What recurs, in words: what, in which stages, on which days, and how long there is. Nothing where the mechanism has none. */
export function RecurTable({ mechanism: { recurs = {}, stages } }: { mechanism: Mechanism }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  if (Object.keys(recurs).length === 0) return null;
  return (
    <div className={style['frame']}>
      <table className={style['table']}>
        <caption>{t('recurs.title')}</caption>
        <thead>
          <tr>
            {['what', 'during', 'days', 'limit'].map((column) => (
              <th key={column} scope="col">
                {t(`recurs.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(recurs).map(([what, { name, during, rule, dayOff, limit }]) => (
            <tr key={what}>
              <td>{name[language]}</td>
              <td>{during.map((stage) => stages[stage]?.name[language] ?? stage).join(t('recurs.and'))}</td>
              <td>
                {[ruleText(t, rule, day), ...(dayOff ? [t(`recurs.day-off.${dayOff}`)] : [])].join(t('recurs.comma'))}
              </td>
              <td>{limitText(t, limit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
