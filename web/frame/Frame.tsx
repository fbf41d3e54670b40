import { Outlet } from '@tanstack/react-router';
import { LiveLine } from '../live/LiveLine.tsx';
import { useT } from '../i18n/language.tsx';
import { TransferStrip } from '../transfers/TransferStrip.tsx';
import { BottomBar } from './BottomBar.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import { SideNav } from './SideNav.tsx';
import { TopBar } from './TopBar.tsx';
import style from './Frame.module.css';

/** The desk around every page: the bar above, the places at the side (at the foot of a phone), the page on the paper. */
export function Frame() {
  const t = useT();
  return (
    <div className={style['frame']}>
      <a className={style['skip']} href="#page">
        {t('web.skip')}
      </a>
      <TopBar />
      <SideNav />
      <main id="page" className={style['page']} tabIndex={-1}>
        <Outlet />
      </main>
      <BottomBar />
      <LiveLine />
      <TransferStrip />
      <KeysSheet />
    </div>
  );
}
