import type { AlikeMatters } from '../../../src/matters/alike/alike.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { MatterBrief } from '../MatterBrief.tsx';
import style from './Alike.module.css';

/** Matters that are like another, each with what both have in common. Each opens in a tab of its own: what is being written stays. */
export function AlikeList({ rows }: { rows: AlikeMatters['rows'] }) {
  const t = useT();
  return (
    <ul className={style['list']}>
      {rows.map(({ matter, nearlySame, shared }) => (
        <li key={matter.id}>
          <MatterBrief matter={matter} apart>
            <span>{t(nearlySame ? 'web.alike.nearly-same' : 'web.alike.shared', { shared })}</span>
          </MatterBrief>
        </li>
      ))}
    </ul>
  );
}
