import { lazy, Suspense, useState } from 'react';
import { useT } from '../i18n/language.tsx';
import { useHotkey } from '../keys/useHotkey.ts';
import style from './PaletteKey.module.css';

const fetchPalette = () => import('./Palette.tsx');
const Palette = lazy(async () => ({ default: (await fetchPalette()).Palette }));

/** ⌘K, or Ctrl-K, from anywhere; the button is for who works by hand. */
export function PaletteKey() {
  const t = useT();
  const [open, setOpen] = useState(false);
  useHotkey('mod+k', () => setOpen(true));
  const ahead = () => void fetchPalette().catch(() => {});
  return (
    <>
      <button
        type="button"
        className={style['key']}
        title={t('palette')}
        aria-haspopup="dialog"
        onPointerEnter={ahead}
        onClick={() => setOpen(true)}
      >
        <span className="unseen">{t('palette')} </span>
        {/Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'}
      </button>
      {open && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
