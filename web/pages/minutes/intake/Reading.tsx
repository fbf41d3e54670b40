import { useT } from '../../../i18n/language.tsx';
import type { Progress } from './useReading.ts';
import style from './Intake.module.css';

/** How far a file is: the share sent, then that it is being read. */
export function Reading({ progress }: { progress: Progress }) {
  const t = useT();
  const { name, share } = progress;
  const percent = share === null ? null : Math.round(share * 100);
  return (
    <output className={style['reading']}>
      <span>
        {percent === null
          ? t('documents.minutes.reading', { name })
          : t('documents.minutes.sending', { name, percent })}
      </span>
      <progress data-drawn="bar" aria-label={name} {...(share === null ? {} : { value: share })} />
    </output>
  );
}
