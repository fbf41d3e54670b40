import { useEffect, useRef } from 'react';
import { Button } from '../../../frame/Button.tsx';
import { announce } from '../../../frame/announce.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './People.module.css';

type Props = { login: string; password: string; onDone: () => void };

/** A password that was just made: shown this once, to be handed over. */
export function FirstPassword({ login, password, onDone }: Props) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} className={style['password']} tabIndex={-1} aria-label={t('admin.password')}>
      <p>{t('admin.password.once', { login })}</p>
      <output>{password}</output>
      <div>
        <Button
          onClick={() =>
            void navigator.clipboard
              .writeText(password)
              .then(() => announce(t('admin.password.copied')))
              .catch(() => announce(t('admin.password.not-copied'), 'fault'))
          }
        >
          {t('admin.password.copy')}
        </Button>{' '}
        <Button type="primary" onClick={onDone}>
          {t('admin.password.noted')}
        </Button>
      </div>
    </section>
  );
}
