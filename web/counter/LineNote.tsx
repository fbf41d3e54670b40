import style from './Counter.module.css';
import { useWords } from './words.tsx';

/** That what was sent waits for the line, and goes out by itself. Always there, so that it is read out as it comes. */
export function LineNote({ waiting }: { waiting: boolean }) {
  const { t } = useWords();
  return <output className={waiting ? style['note'] : undefined}>{waiting && t('appeal.waits-for-line')}</output>;
}
