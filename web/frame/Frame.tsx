import { LiveLine } from '../live/LiveLine.tsx';
import { useT } from '../i18n/language.tsx';
import { useSession } from '../session/session.ts';
import { TransferStrip } from '../transfers/TransferStrip.tsx';
import { AddressGate } from './address/AddressGate.tsx';
import { BottomBar } from './BottomBar.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import { LeaveDialog } from './leave/LeaveDialog.tsx';
import { SideNav } from './SideNav.tsx';
import { TopBar } from './TopBar.tsx';
import style from './Frame.module.css';

/**
 * The desk around every page: the bar above, the places at the side (at the foot of a phone), the page on the paper. Another seat
 * has another desk: nothing of the one before stays on it.
 */
export function Frame() {
  const t = useT();
  const { caller } = useSession();
  return (
    <div key={caller.seat} className={style['frame']}>
      <a className={style['skip']} href="#page">
        {t('web.skip')}
      </a>
      <TopBar />
      <SideNav />
      <main id="page" className={style['page']} tabIndex={-1}>
        <AddressGate />
      </main>
      <BottomBar />
      <LiveLine />
      <TransferStrip />
      <KeysSheet />
      <LeaveDialog />
    </div>
  );
}
