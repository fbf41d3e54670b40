import { useT } from '../../../i18n/language.tsx';
import type { Side } from './link.ts';
import style from './SideTabs.module.css';

/** On a phone one side shows at a time; on the desk both do and this is not there. */
export function SideTabs({ shown, show }: { shown: Side; show: (side: Side) => void }) {
  const t = useT();
  return (
    <div className={style['tabs']}>
      {(['source', 'draft'] as const).map((side) => (
        <button key={side} type="button" aria-pressed={shown === side} onClick={() => show(side)}>
          {t(`documents.${side}`)}
        </button>
      ))}
    </div>
  );
}
