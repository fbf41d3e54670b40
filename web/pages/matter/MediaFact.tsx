import { useT } from '../../i18n/language.tsx';
import style from './Facts.module.css';

/**
 * Where a picture lies that came with a request: opened on purpose alone, and the site that has it does not learn which page led there. With a
 * mark in it, it is no address.
 */
export function MediaFact({ media }: { media: string }) {
  const t = useT();
  return (
    <>
      {/^https?:\/\/[^〔]+$/u.test(media) ? (
        <a href={media} target="_blank" rel="noopener noreferrer nofollow" referrerPolicy="no-referrer">
          {media}
        </a>
      ) : (
        media
      )}
      <span className={style['said']}>{t('web.raised.media.elsewhere')}</span>
    </>
  );
}
