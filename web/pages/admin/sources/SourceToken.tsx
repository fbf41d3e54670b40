import { useEffect, useRef } from 'react';
import { announce } from '../../../frame/announce.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import people from '../people/People.module.css';
import style from './Sources.module.css';

export type GivenToken = { readonly name: string; readonly token: string };

/** A token that was just made, shown this once, with how a request is handed over by it. */
export function SourceToken({ given: { name, token }, onDone }: { given: GivenToken; onDone: () => void }) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} className={people['password']} tabIndex={-1} aria-label={t('admin.source.token')}>
      <p>{t('admin.source.token.once', { name })}</p>
      <output className={style['token']}>{token}</output>
      <p className="quiet">{t('admin.source.example')}</p>
      <pre className={style['example']}>{exampleOf(location.origin)}</pre>
      <p className="quiet">{t('admin.source.example.reply')}</p>
      <pre className={style['example']}>{replyOf(location.origin)}</pre>
      <div>
        <Button
          onClick={() =>
            void navigator.clipboard
              .writeText(token)
              .then(() => announce(t('admin.source.token.copied')))
              .catch(() => announce(t('admin.source.token.not-copied'), 'fault'))
          }
        >
          {t('admin.source.token.copy')}
        </Button>{' '}
        <Button type="primary" onClick={onDone}>
          {t('admin.source.token.noted')}
        </Button>
      </div>
    </section>
  );
}

/** One request, as a line that can be typed anywhere; the token itself stands above. */
const exampleOf = (origin: string): string =>
  `curl -X POST ${origin}/api/intake/requests \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"external":"12345-0001","text":"…","place":"…","contact":"13812345678"}'`;

/** A reply to what was asked of it. */
const replyOf = (origin: string): string =>
  `curl -X POST ${origin}/api/intake/requests/12345-0001/acts \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"id":"12345-0001-R1","kind":"reply","text":"…"}'`;
