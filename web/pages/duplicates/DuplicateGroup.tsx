import { useState } from 'react';
import type { DuplicateGroup as Group } from '../../../src/intake/duplicates/contract.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { DuplicateRow } from './DuplicateRow.tsx';
import style from './Duplicates.module.css';
import { useTellApart } from './duplicates.queries.ts';
import { JoinAll } from './JoinAll.tsx';

type Props = {
  group: Group;
  may: boolean;
  /** Something of it was decided, and the row that had the focus may be gone. */
  onDone: () => void;
};

/** Matters that say nearly the same: joined to one of them, or told apart. */
export function DuplicateGroup({ group, may, onDone }: Props) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const tell = useTellApart(onDone);
  const { key, matters, raisers, oneRaiser, more } = group;
  // The one that was chosen may have left the group meanwhile.
  const main = matters.find(({ row }) => row.id === chosen) ?? matters[0]!;
  const ids = matters.map(({ row }) => row.id);
  return (
    <li className={style['group']}>
      <section aria-labelledby={key}>
        <div className={style['head']}>
          <h2 id={key}>{t('duplicates.group', { n: matters.length })}</h2>
          {raisers > 0 && (
            <span>{oneRaiser ? t('duplicates.same-raiser') : t('duplicates.raisers', { n: raisers })}</span>
          )}
          {may && matters.length > 2 && (
            <div className={style['acts']}>
              <JoinAll main={main} others={matters.filter((one) => one !== main)} onDone={onDone} />
              <Button
                size="small"
                loading={tell.isPending}
                aria-label={t('duplicates.apart-all-of', { n: matters.length })}
                onClick={() => tell.mutate(ids.map((id) => [id]))}
              >
                {t('duplicates.apart-all')}
              </Button>
            </div>
          )}
        </div>
        <ol>
          {matters.map((matter) => (
            <DuplicateRow
              key={matter.row.id}
              matter={matter}
              main={main}
              may={may}
              busy={tell.isPending}
              onMain={() => setChosen(matter.row.id)}
              onApart={() => tell.mutate([[matter.row.id], ids.filter((id) => id !== matter.row.id)])}
              onJoined={onDone}
            />
          ))}
        </ol>
        {more > 0 && <p className="faint">{t('duplicates.more', { n: more })}</p>}
      </section>
    </li>
  );
}
