import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { faultText } from '../../../problems/faultText.ts';
import style from './BulkResults.module.css';
import { movedTo } from './mayPass.ts';
import type { Answers } from './useBulk.ts';

type Props = {
  rows: readonly MatterRow[];
  answers: Answers;
  /** Why a row cannot take the act, known before it was sent to any. */
  unable: ReadonlyMap<string, string>;
  act: string;
};

/**
 * The rows with what each answered, before the run with what is known to stand against it; those that said no come first, each with
 * its reason and, where others acted, the way to look.
 */
export function BulkResults({ rows, answers, unable, act }: Props) {
  const t = useT();
  const refused = ({ id }: MatterRow): boolean =>
    answers.get(id)?.state === 'failed' || (unable.has(id) && !answers.has(id));
  const failed = rows.filter(refused);
  const sorted = [...failed, ...rows.filter((row) => !failed.includes(row))];
  const done = rows.filter(({ id }) => answers.get(id)?.state === 'done');
  const sum = (): string => {
    const counts = { act, done: done.length, all: rows.length, failed: failed.length, n: rows.length - failed.length };
    if (answers.size) return t(failed.length ? 'ledger.bulk.sum.failed' : 'ledger.bulk.sum', counts);
    if (!failed.length) return '';
    return t(counts.n ? 'ledger.bulk.unable' : 'ledger.bulk.unable.all', counts);
  };
  return (
    <div>
      <output className={style['sum']}>{sum()}</output>
      <ul className={style['rows']}>
        {sorted.map((row) => {
          const answer = answers.get(row.id);
          const no = refused(row);
          const state = answer?.state ?? (no ? 'unable' : 'chosen');
          return (
            <li key={row.id} data-state={no ? 'failed' : state}>
              <span className={`${style['number']} docno`}>{row.number}</span>
              <span className={style['text']}>{row.text}</span>
              {state !== 'chosen' && <span className={style['state']}>{t(`ledger.bulk.is.${state}`)}</span>}
              {state === 'unable' && <p className={style['why']}>{unable.get(row.id)}</p>}
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
