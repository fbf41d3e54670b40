import { useEffect, useRef, useState } from 'react';
import type { Counter } from '../../../src/counter/contract.ts';
import style from '../Counter.module.css';
import { handOn } from '../in/handed.ts';
import { limitText } from '../limitText.ts';
import { Way } from '../way.tsx';
import { useWords } from '../words.tsx';

type Props = {
  id: string;
  number: string;
  pass: string | null;
  promises: Counter['mechanisms'][number]['promises'];
  sealed?: boolean;
};

/** It has arrived: by which number and code it is followed, shown this once, and what comes next. */
export function SentNote({ id, number, pass, promises, sealed = false }: Props) {
  const { t, named } = useWords();
  const [said, setSaid] = useState('');
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const shown = pass && `${pass.slice(0, 5)} ${pass.slice(5)}`;
  // Not of what is sealed: the phone may be somebody else's.
  useEffect(() => handOn(shown && !sealed ? { number, pass: shown } : null), [number, shown, sealed]);
  const copy = () =>
    navigator.clipboard.writeText(t('appeal.sent.copied-text', { number, pass: shown ?? '' })).then(
      () => setSaid(t('appeal.sent.copied')),
      () => setSaid(t('appeal.sent.not-copied')),
    );
  const [first] = promises;
  return (
    <>
      <h1 ref={head} tabIndex={-1}>
        {t('appeal.sent')}
      </h1>
      <dl className={style['ticket']}>
        <dt>{t('appeal.number')}</dt>
        <dd>{number}</dd>
        {shown && (
          <>
            <dt>{t('appeal.pass')}</dt>
            <dd className={style['pass']}>{shown}</dd>
          </>
        )}
      </dl>
      {pass && (
        <>
          <p>{t(sealed ? 'sealed.sent.keep' : 'appeal.sent.keep')}</p>
          <button type="button" className={style['plain']} onClick={() => void copy()}>
            {t('appeal.sent.copy')}
          </button>
          <p aria-live="polite" className="quiet">
            {said}
          </p>
        </>
      )}
      {first && (
        <p className="quiet">{t('appeal.sent.next', { name: named(first.name), limit: limitText(first.limit, t) })}</p>
      )}
      <div className={style['ways']}>
        <Way to={pass ? '/appeal/follow' : `/appeal/${id}`} className={style['primary']}>
          {t('appeal.follow')}
        </Way>
        <Way to="/appeal" className={style['plain']}>
          {t('appeal.home')}
        </Way>
      </div>
    </>
  );
}
