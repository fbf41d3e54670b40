import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { faultText } from '../../../problems/faultText.ts';
import style from './BulkResults.module.css';
import { movedTo } from './mayPass.ts';
import type { Answer } from './useBulk.ts';

type Props = { rows: readonly MatterRow[]; answers: ReadonlyMap<string, Answer> };

/** The rows with what each answered; those that said no come first, each with its reason and, where others acted, the way to look. */
export function BulkResults({ rows, answers }: Props) {
  const t = useT();
  const of = (state: Answer['state']) => rows.filter((row) => answers.get(row.id)?.state === state);
  const [done, failed] = [of('done'), of('failed')];
  const sorted = answers.size ? [...failed, ...rows.filter((row) => !failed.includes(row))] : rows;
  return (
    <div>
      {answers.size > 0 && (
        <output className={style['sum']}>
          {t(failed.length ? 'ledger.bulk.sum.failed' : 'ledger.bulk.sum', {
            done: done.length,
            all: rows.length,
            failed: failed.length,
          })}
        </output>
      )}
      <ul className={style['rows']}>
        {sorted.map((row) => {
          const answer = answers.get(row.id);
          return (
            <li key={row.id} data-state={answer?.state ?? 'chosen'}>
              <span className={`${style['number']} docno`}>{row.number}</span>
              <span className={style['text']}>{row.text}</span>
              {answer && <span className={style['state']}>{t(`ledger.bulk.${answer.state}`)}</span>}
              {answer?.state === 'failed' && (
                <p className={style['why']}>
                  {faultText(t, answer.error)}{' '}
                  {movedTo(answer.error) !== null && (
                    <a href={`/matters/${row.id}#story`} target="_blank" rel="noreferrer">
                      {t('web.moved.look')}
                    </a>
                  )}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
