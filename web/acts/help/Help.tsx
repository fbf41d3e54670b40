import { useId, useState } from 'react';
import { useT } from '../../i18n/language.tsx';
import style from './Help.module.css';

/** A quiet question mark at the end of a form's buttons, which tells in a few sentences what they do. */
export function Help({ sentences }: { sentences: readonly string[] }) {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  const about = t('help.about');
  return (
    <>
      <button
        type="button"
        className={style['ask']}
        aria-label={about}
        title={about}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        ?
      </button>
      <div id={id} hidden={!open} role="note" aria-label={about} className={style['help']}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </>
  );
}
