import type { MatterView } from '../../../src/matters/contract.ts';
import { ActBar } from './acts/ActBar.tsx';
import { Clocks } from './Clocks.tsx';
import { Facts } from './Facts.tsx';
import style from './MatterDesk.module.css';
import { MatterStory } from './MatterStory.tsx';
import { ReadsLine } from './reads/ReadsLine.tsx';
import { Stages } from './Stages.tsx';
import { Units } from './Units.tsx';

/** All of a matter but its heading; wide on its own page, in one column where the room it is given is narrow. */
export function MatterDesk({ view }: { view: MatterView }) {
  const { id } = view.row;
  return (
    <div className={style['room']}>
      <div className={style['desk']}>
        <Stages view={view} />
        <div className={style['what']}>
          <Facts view={view} />
          <Units view={view} />
          <ReadsLine key={id} matter={view.row} />
        </div>
        <div className={style['do']}>
          <Clocks view={view} />
          <ActBar key={id} view={view} />
        </div>
        <div className={style['story']}>
          <MatterStory key={id} view={view} />
        </div>
      </div>
    </div>
  );
}
