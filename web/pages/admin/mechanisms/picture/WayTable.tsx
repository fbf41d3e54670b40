import { ruleFor } from '../../../../../src/mechanism/transitions.rules.ts';
import type { Mechanism } from '../../../../../src/mechanism/contract.ts';
import { useLanguage } from '../../../../i18n/language.tsx';
import { waysOf } from './layout.ts';
import style from './WayTable.module.css';

/** The ways between stages in words: from where, by which act, by whom, to where. */
export function WayTable({ mechanism }: { mechanism: Mechanism }) {
  const { t, language } = useLanguage();
  const comma = t('admin.list-comma');
  const name = (stage: string | null) => (stage ? mechanism.stages[stage]!.name[language] : t('admin.picture.start'));
  return (
    <div className={style['frame']}>
      <table className={style['table']}>
        <caption>{t('admin.picture.table')}</caption>
        <thead>
          <tr>
            {['from', 'act', 'by', 'to'].map((column) => (
              <th key={column} scope="col">
                {t(`admin.picture.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waysOf(mechanism).flatMap(({ from, to, acts }) =>
            acts.map((act) => (
              <tr key={`${from} ${act} ${to}`}>
                <td>{name(from)}</td>
                <td>{t(`matter.act.${act}`)}</td>
                <td>
                  {ruleFor(mechanism, act)
                    ?.by.map((actor) => t(`matter.actor.${actor}`))
                    .join(comma)}
                </td>
                <td>{name(to)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
