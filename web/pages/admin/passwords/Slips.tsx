import { useEffect, useRef } from 'react';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import style from './Passwords.module.css';
import type { Slip } from './useHandOut.ts';
import { usePlaceOf } from './usePlaceOf.ts';

type Props = { slips: readonly Slip[]; busy: boolean; onDone: () => void };

/** The passwords as a sheet of A4 to be cut into slips, ten a page. Shown this once. */
export function Slips({ slips, busy, onDone }: Props) {
  const t = useT();
  const placeOf = usePlaceOf();
  const { cityName } = useSession();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} className={style['sheet']} aria-label={t('passwords.slips')}>
      <div className={style['ways']}>
        <output>{t('passwords.once', { n: slips.length })}</output>
        <Button type="primary" disabled={busy} onClick={() => window.print()}>
          {t('passwords.print')}
        </Button>
        <Button disabled={busy} onClick={onDone}>
          {t('passwords.handed')}
        </Button>
      </div>
      <ul className={style['slips']}>
        {slips.map(({ person, password }) => (
          <li key={person.id}>
            <p className={style['place']}>{t('passwords.of', { city: cityName })}</p>
            <p>
              <span className={style['name']}>{person.name}</span> <span>{placeOf(person)}</span>
            </p>
            <dl>
              <dt>{t('passwords.address')}</dt>
              <dd>{location.origin}</dd>
              <dt>{t('web.sign-in.login')}</dt>
              <dd className={style['secret']}>{person.login}</dd>
              <dt>{t('web.sign-in.password')}</dt>
              <dd className={style['secret']}>{password}</dd>
            </dl>
            <p className={style['place']}>{t('passwords.slip.foot')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
