import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import { signOut, useSession } from '../../session/session.ts';
import { countUnsent, forgetUnsent } from '../../session/unsent.ts';
import { announce } from '../announce.ts';
import { Button } from '../Button.tsx';
import { hearLeaving } from './askToLeave.ts';
import style from './LeaveDialog.module.css';

/**
 * The way out. Machines are shared: what was typed and not sent goes with whoever signs out, so they are asked first, once, and
 * may stay. A session that merely ended asks nothing and keeps all, for the same person.
 */
export function LeaveDialog() {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const seats = useSession().seats.map(({ id }) => id);
  const [unsent, setUnsent] = useState(0);
  const [going, setGoing] = useState(false);
  const go = async () => {
    setGoing(true);
    try {
      await signOut(queries);
      forgetUnsent(seats);
      await navigate({ to: '/sign-in' });
      // A form that kept itself as it closed is forgotten as well.
      forgetUnsent(seats);
    } catch (error) {
      setGoing(false);
      announce(faultText(t, error), 'fault');
    }
  };
  const asked = useEffectEvent(() => {
    const count = countUnsent(seats);
    setUnsent(count);
    if (count === 0) void go();
    else dialog.current?.showModal();
  });
  useEffect(() => hearLeaving(() => asked()), []);
  return (
    <dialog ref={dialog} className={style['dialog']} aria-labelledby="leave-title">
      <h2 id="leave-title">{t('web.leave.title', { n: unsent })}</h2>
      <p>{t('web.leave.what')}</p>
      <div className={style['acts']}>
        <Button type="primary" disabled={going} onClick={() => dialog.current?.close()}>
          {t('web.leave.stay')}
        </Button>
        <Button loading={going} onClick={() => void go()}>
          {t('web.leave.now')}
        </Button>
      </div>
    </dialog>
  );
}
