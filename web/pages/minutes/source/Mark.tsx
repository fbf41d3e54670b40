import { useT } from '../../../i18n/language.tsx';
import { useLink } from '../review/link.ts';
import type { Segment } from './segments.ts';
import style from './Source.module.css';

/** A stretch that became an item, underlined in its place. Its number is the way to the other side. */
export function Mark({ segment, numbers }: { segment: Segment; numbers: ReadonlyMap<string, number> }) {
  const t = useT();
  const { active, jump } = useLink();
  const id = segment.items.find((item) => numbers.has(item)) ?? segment.items[0]!;
  return (
    <span
      className={style['mark']}
      data-kept={segment.items.some((item) => numbers.has(item))}
      data-active={active !== null && segment.items.includes(active)}
      data-item={id}
    >
      {segment.begins.map((item) => {
        const n = numbers.get(item);
        return (
          <span key={item} data-anchor={item} className={style['number']}>
            {n !== undefined && (
              <button type="button" aria-label={t('documents.to-item', { n })} onClick={() => jump(item, 'source')}>
                {n}
              </button>
            )}
          </span>
        );
      })}
      <span data-start={segment.start}>{segment.text}</span>
    </span>
  );
}
