import { useRef } from 'react';
import { useT } from '../i18n/language.tsx';
import { useHotkey } from '../keys/useHotkey.ts';
import style from './KeysSheet.module.css';

const keys = [
  ['j / k', 'web.keys.walk'],
  ['Enter', 'web.keys.open'],
  ['o', 'web.keys.beside'],
  ['x', 'web.keys.choose'],
  ['Shift j / Shift k', 'web.keys.choose-along'],
  ['/', 'web.keys.search'],
  ['⌘K / Ctrl K', 'web.keys.palette'],
  ['n', 'web.keys.register'],
  ['Esc', 'web.keys.close'],
  ['?', 'web.keys.keys'],
] as const;

/** The keys of the desk, shown by `?`. */
export function KeysSheet() {
  const t = useT();
  const sheet = useRef<HTMLDialogElement>(null);
  useHotkey('?', () => (sheet.current?.open ? sheet.current.close() : sheet.current?.showModal()));
  return (
    <dialog ref={sheet} className={style['sheet']} aria-labelledby="keys-title">
      <h2 id="keys-title">{t('web.keys')}</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button className={style['close']}>{t('web.close')}</button>
      </form>
    </dialog>
  );
}
