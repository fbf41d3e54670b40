import type { AlikeMatters } from '../../../src/matters/alike/alike.contract.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { MatterBrief } from '../MatterBrief.tsx';
import style from './Alike.module.css';

type Row = AlikeMatters['rows'][number];
type Props = {
  rows: readonly Row[];
  mayJoin?: ((into: Row['matter']) => boolean) | undefined;
  onJoin?: ((into: Row['matter']) => void) | undefined;
  /** What the press that joins is called, where it does more than that. */
  joinWords?: { press: string; of: (number: string) => string };
};

/** Matters that are like another, each with what both have in common. Each opens in a tab of its own: what is being written stays. `mayJoin`: whether this one may go on in that. */
export function AlikeList({ rows, mayJoin, onJoin, joinWords }: Props) {
  const t = useT();
  return (
    <ul className={style['list']}>
      {rows.map(({ matter, nearlySame, shared }) => (
        <li key={matter.id}>
          <MatterBrief matter={matter} apart>
            {matter.phase === 'answered' && <b>{t('web.alike.answered')}</b>}
            <span>{t(nearlySame ? 'web.alike.nearly-same' : 'web.alike.shared', { shared })}</span>
          </MatterBrief>
          {onJoin && mayJoin?.(matter) && (
            <Button
              size="small"
              aria-label={joinWords?.of(matter.number) ?? t('web.alike.join-of', { number: matter.number })}
              onClick={() => onJoin(matter)}
            >
              {joinWords?.press ?? t('web.alike.join')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
