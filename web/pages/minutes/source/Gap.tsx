import { lettersIn } from '../../../../src/intake/minutes/coverage.rules.ts';
import { useT } from '../../../i18n/language.tsx';
import type { Segment } from './segments.ts';
import style from './Source.module.css';

/** A stretch without an item; where nothing else was made of it either, it is grey, and one press makes it an item. Marks and spaces alone are left as they are. */
export function Gap({ segment, add }: { segment: Segment; add?: (start: number, end: number) => void }) {
  const t = useT();
  const letters = lettersIn(segment.text);
  return (
    <>
      <span className={segment.unused ? style['gap'] : undefined} data-start={segment.start}>
        {segment.text}
      </span>
      {add && segment.unused && letters > 1 && (
        <button
          type="button"
          className={style['take']}
          title={t('documents.gap.add', { n: letters })}
          aria-label={t('documents.gap.add.of', { n: letters, text: segment.text.trim().slice(0, 24) })}
          onClick={() => add(segment.start, segment.end)}
        >
          +
        </button>
      )}
    </>
  );
}
