import style from '../Counter.module.css';
import { useWords } from '../words.tsx';

/** Of what came too late to be taken: why, and the words themselves, whose form is no longer there. `noted`: whether they may be added. */
export function LateNote({ words, noted }: { words: string; noted: boolean }) {
  const { t } = useWords();
  return (
    <div className={style['trouble']} role="alert">
      <p>{t('appeal.late')}</p>
      {words && (
        <>
          <p>{t(noted ? 'appeal.late.words.note' : 'appeal.late.words')}</p>
          <p className={style['words']}>{words}</p>
        </>
      )}
    </div>
  );
}
