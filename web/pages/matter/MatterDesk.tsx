import { lazy, Suspense } from 'react';
import type { MatterView } from '../../../src/matters/contract.ts';
import { AlikeMatterLine } from '../../matters/alike/AlikeMatterLine.tsx';
import { useSession } from '../../session/session.ts';
import { ActBar } from './acts/ActBar.tsx';
import { Below } from './Below.tsx';
import { Clocks } from './Clocks.tsx';
import { Facts } from './Facts.tsx';
import style from './MatterDesk.module.css';
import printed from './print/Printed.module.css';
import { OVERSEERS } from './overseers.ts';
import { Pressing } from './Pressing.tsx';
import { PrintedFoot } from './print/PrintedFoot.tsx';
import { Personal } from './personal/Personal.tsx';
import { Raised } from './Raised.tsx';
import { ReadsLine } from './reads/ReadsLine.tsx';
import { Stages } from './Stages.tsx';
import { MatterStory } from './story/MatterStory.tsx';
import type { Story } from './story/useStory.ts';
import { Units } from './Units.tsx';

/** Few matters have parties. */
const Between = lazy(() => import('./Between.tsx').then((m) => ({ default: m.Between })));
/** Few have anything that comes round again. */
const Recurring = lazy(() => import('./recurring/Recurring.tsx').then((m) => ({ default: m.Recurring })));
/** Only what is built is measured and inspected. */
const Works = lazy(() => import('../../works/Works.tsx').then((m) => ({ default: m.Works })));

/** Nor is work often stopped. */
const Halted = lazy(() => import('../../works/Halted.tsx').then((m) => ({ default: m.Halted })));

/** Who looks over all matters, and may see that two are one. */

type Props = { view: MatterView; story: Story; printable: boolean };

/** All of a matter but its heading; wide on its own page, in one column where the room it is given is narrow. */
export function MatterDesk({ view, story, printable }: Props) {
  const { id } = view.row;
  const { caller } = useSession();
  return (
    <div className={`${style['room']} ${printed['sheet']}`}>
      <div className={style['desk']}>
        <div className={style['head']}>
          {view.halts.length > 0 && (
            <Suspense>
              <Halted halts={view.halts} />
            </Suspense>
          )}
          <Stages view={view} />
        </div>
        <div className={style['what']}>
          <Facts view={view} />
          <Pressing view={view} />
          {view.between && (
            <Suspense>
              <Between between={view.between} />
            </Suspense>
          )}
          <Raised view={view} />
          <Personal key={`${id} personal`} view={view} />
          {(view.targets || view.gates) && (
            <Suspense>
              <Works view={view} />
            </Suspense>
          )}
          {/* Of what is sealed no unit has anything in hand. */}
          {!view.sealed && <Units view={view} />}
          {view.recurring.length > 0 && (
            <Suspense>
              <Recurring recurring={view.recurring} />
            </Suspense>
          )}
          <Below view={view} />
          <ReadsLine key={id} matter={view.row} />
          {OVERSEERS.has(caller.role) && <AlikeMatterLine key={`${id} alike`} view={view} />}
        </div>
        <div className={style['do']}>
          <ActBar key={id} view={view} />
          <Clocks view={view} />
        </div>
        <div className={style['story']}>
          <MatterStory key={id} view={view} story={story} printable={printable} />
        </div>
        <PrintedFoot />
      </div>
    </div>
  );
}
