import { useT } from '../../i18n/language.tsx';
import { AlikeList } from './AlikeList.tsx';
import style from './Alike.module.css';
import { useAlikeText } from './alike.ts';

/** What is already open and like what is being written: looked at before the same is registered twice. Nothing where nothing is. */
export function AlikeWhileWriting({ text }: { text: string }) {
  const t = useT();
  const rows = useAlikeText(text);
  return (
    <section aria-live="polite" aria-label={t('web.alike')} className={style['writing']}>
      {rows.length > 0 && (
        <>
          <h2>{t('web.alike.writing', { n: rows.length })}</h2>
          <AlikeList rows={rows} />
        </>
      )}
    </section>
  );
}
