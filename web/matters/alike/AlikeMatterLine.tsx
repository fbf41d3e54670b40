import { useState } from 'react';
import type { MatterView } from '../../../src/matters/contract.ts';
import { askForAct } from '../../acts/askedAct.ts';
import { useT } from '../../i18n/language.tsx';
import { AlikeList } from './AlikeList.tsx';
import { counted } from './counted.ts';
import { SameWish } from './SameWish.tsx';
import style from './Alike.module.css';
import { useAlikeMatter } from './alike.ts';

/** What else is open and like this matter, in one quiet line that opens; nothing where nothing is. Before it, that whoever raised it takes it for one of them. */
export function AlikeMatterLine({ view }: { view: MatterView }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { id, mechanism } = view.row;
  const rows = useAlikeMatter(id);
  const mayJoin = view.acts.some(({ kind, allowed }) => kind === 'join' && allowed);
  const { n, answered } = counted(rows);
  const line = rows.length > 0 && (
    <details className={style['beside']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(answered ? 'web.alike.n.answered' : 'web.alike.n', { n })}</summary>
      {open && (
        <AlikeList
          rows={rows}
          // It goes on in one of its own mechanism only.
          mayJoin={({ mechanism: of }) => mayJoin && of === mechanism}
          onJoin={({ number }) => askForAct(id, 'join', { into: number })}
        />
      )}
    </details>
  );
  return (
    <>
      <SameWish row={view.row} />
      {line}
    </>
  );
}
