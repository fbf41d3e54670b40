import { useEffect, useRef } from 'react';
import { useT } from '../i18n/language.tsx';
import { Button } from './Button.tsx';
import style from './MoreButton.module.css';

/** Fetches the next part of a list: by itself when it comes near, by hand for who walks with the keyboard. */
export function MoreButton({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    const near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && more.current(), {
      rootMargin: '400px',
    });
    if (place.current && !busy) near.observe(place.current);
    return () => near.disconnect();
  }, [busy]);
  return (
    <div ref={place} className={style['place']}>
      <Button loading={busy} onClick={onMore}>
        {t(busy ? 'web.more.loading' : 'web.more')}
      </Button>
    </div>
  );
}
