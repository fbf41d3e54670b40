import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { draftsWithPhotos, dropPhotos } from '../../outbox/photos.ts';
import { waitingFor } from '../../outbox/store.ts';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import { signOut, useSession } from '../../session/session.ts';
import { countUnsent, forgetUnsent } from '../../session/unsent.ts';
import { announce } from '../announce.ts';
import { Button } from '../Button.tsx';
import { hearLeaving } from './askToLeave.ts';
import sheet from '../dialog.module.css';
import style from './LeaveDialog.module.css';

/**
 * The way out. Machines are shared: what was typed and not sent goes with whoever signs out, so they are asked first, once, and
 * may stay. What was done on a site and waits for a line stays on the machine, for the same account alone, and is told of. A session that merely ended asks nothing and keeps all, for the same person.
 */
export function LeaveDialog() {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const { caller, seats: all } = useSession();
  const seats = all.map(({ id }) => id);
  const [unsent, setUnsent] = useState(0);
  const [waiting, setWaiting] = useState(0);
  // Without a store nothing was kept.
  const onEach = async <T,>(ask: (owner: { seat: string; account: string }) => Promise<T[]>): Promise<T[]> =>
    (await Promise.all(seats.map((seat) => ask({ seat, account: caller.account }).catch(() => [])))).flat();
  const [going, setGoing] = useState(false);
  const go = async () => {
    setGoing(true);
    try {
      const withPhotos = await onEach(draftsWithPhotos);
      await signOut(queries);
      forgetUnsent(seats);
      await Promise.all(withPhotos.map(dropPhotos)).catch(() => {});
      await navigate({ to: '/sign-in' });
      // A form that kept itself as it closed is forgotten as well.
      forgetUnsent(seats);
    } catch (error) {
      setGoing(false);
      announce(faultText(t, error), 'fault');
    }
  };
  const asked = useEffectEvent(async () => {
    const count = countUnsent(seats, await onEach(draftsWithPhotos));
    const left = (await onEach(waitingFor)).length;
    setUnsent(count);
    setWaiting(left);
    if (count + left === 0) void go();
    else dialog.current?.showModal();
  });
  useEffect(() => hearLeaving(() => void asked()), []);
  return (
    <dialog ref={dialog} className={`${sheet['dialog']} ${style['dialog']}`} aria-labelledby="leave-title">
      <h2 id="leave-title">
        {unsent > 0 ? t('web.leave.title', { n: unsent }) : t('web.leave.waiting.title', { n: waiting })}
      </h2>
      {unsent > 0 && <p>{t('web.leave.what')}</p>}
      {waiting > 0 && <p>{t('web.leave.waiting', { n: waiting })}</p>}
      <div className={style['acts']}>
        <Button type="primary" disabled={going} onClick={() => dialog.current?.close()}>
          {t('web.leave.stay')}
        </Button>
        <Button loading={going} onClick={() => void go()}>
          {t(unsent > 0 ? 'web.leave.now' : 'web.sign-out')}
        </Button>
      </div>
    </dialog>
  );
}
