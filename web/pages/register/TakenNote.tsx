import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import style from './Register.module.css';

/** What was taken down for somebody: by which number and code they follow it, and how it was registered. */
export type Taken = {
  readonly matter: string;
  readonly number: string;
  /** Null where they did not want to follow it. */
  readonly pass: string | null;
  /** Whether whoever took it down may open it. */
  readonly reads: boolean;
  readonly mechanism: string;
  readonly channel: string | null;
  /** To which it was to be joined, and why it is not; null: it is. */
  readonly joined: { readonly into: string; readonly why: string | null } | null;
};

/** The number and the code, to be read out while they are still on the phone; shown this once. */
export function TakenNote({ taken, onNext }: { taken: Taken; onNext: () => void }) {
  const t = useT();
  const head = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => head.current?.focus(), []);
  const { matter, number, joined } = taken;
  const pass = taken.pass && `${taken.pass.slice(0, 5)} ${taken.pass.slice(5)}`;
  const copy = () =>
    navigator.clipboard.writeText(pass ? t('web.register.taken.text', { number, pass }) : number).then(
      () => setSaid(t('web.register.taken.copied')),
      () => setSaid(t('web.register.taken.not-copied')),
    );
  return (
    <section className={style['taken']} aria-labelledby="taken">
      <h2 id="taken" ref={head} tabIndex={-1}>
        {t('web.register.taken')}
      </h2>
      <dl>
        <dt>{t('web.register.taken.number')}</dt>
        <dd>{number}</dd>
        {pass && (
          <>
            <dt>{t('web.register.taken.pass')}</dt>
            <dd>{pass}</dd>
          </>
        )}
      </dl>
      {joined && (
        <p>
          {joined.why === null
            ? t('web.register.taken.joined', { into: joined.into })
            : t('web.register.taken.not-joined', { into: joined.into, why: joined.why })}
        </p>
      )}
      {pass && <p className="quiet">{t('web.register.taken.once')}</p>}
      {!taken.reads && <p className="quiet">{t('web.register.taken.desk')}</p>}
      <div className={style['acts']}>
        <Button type="primary" onClick={onNext}>
          {t('web.register.taken.next')}
        </Button>
        <Button onClick={() => void copy()}>{t('web.register.taken.copy')}</Button>
        {taken.reads && (
          <Link to="/matters/$id" params={{ id: matter }}>
            {t('web.register.taken.open')}
          </Link>
        )}
        <span aria-live="polite" className="quiet">
          {said}
        </span>
      </div>
    </section>
  );
}
