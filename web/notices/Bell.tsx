import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import bar from '../frame/BarButton.module.css';
import { Icon } from '../frame/Icon.tsx';
import { useT } from '../i18n/language.tsx';
import style from './Bell.module.css';
import { unreadQuery } from './notices.ts';

const NoticePanel = lazy(async () => ({ default: (await import('./NoticePanel.tsx')).NoticePanel }));
const PANEL = 'notices';

/** The bell: how much is unread, and below it the newest. */
export function Bell() {
  const t = useT();
  const { data } = useQuery(unreadQuery);
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLDialogElement>(null);
  const count = data?.count ?? 0;
  const shown = data?.more ? `${count}+` : String(count);
  return (
    <>
      <button
        type="button"
        className={bar['button']}
        popoverTarget={PANEL}
        aria-label={count ? t('web.notices.bell.n', { n: shown }) : t('web.notices')}
      >
        <Icon name="bell" />
        {count > 0 && (
          <span className={style['count']} aria-hidden="true">
            {shown}
          </span>
        )}
      </button>
      <dialog
        id={PANEL}
        ref={panel}
        popover="auto"
        aria-label={t('web.notices')}
        className={style['panel']}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && (
          <Suspense>
            <NoticePanel onLeave={() => panel.current?.hidePopover()} />
          </Suspense>
        )}
      </dialog>
    </>
  );
}
