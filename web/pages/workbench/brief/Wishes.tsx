import { useRef, useState } from 'react';
import type { Wish } from '../../../../src/matters/brief/brief.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import type { Known } from '../../../live/held.ts';
import { useHeld } from '../../../live/useHeld.ts';
import { useUnits } from '../../../units/useUnits.ts';
import { TodoLine } from '../TodoLine.tsx';
import style from './Brief.module.css';

/** So many stand there at once; the rest when asked for. */
const FIRST = 3;

const known: Known<Wish> = { key: ({ row }) => row.id, version: ({ row }) => row.seq };

/** What waits for my own word, each with the acts that give it; where nothing does, that is said too. */
export function Wishes({ wishes, more }: { wishes: readonly Wish[]; more: number }) {
  const t = useT();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const [open, setOpen] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const { rows, gone } = useHeld('wishes', wishes, known, list, open !== null);
  const all = wishes.length + more;
  return (
    <section aria-labelledby="wishes">
      <h2 id="wishes">{all ? t('brief.wishes', { n: all }) : t('brief.wishes.none')}</h2>
      <ol ref={list}>
        {(whole ? rows : rows.slice(0, FIRST)).map(({ row, asked }) => (
          <TodoLine
            key={row.id}
            todo={{ row, act: 'grant', seen: true }}
            fresh={false}
            gone={gone.has(row.id)}
            open={open === row.id}
            onOpen={(yes) => setOpen(yes ? row.id : null)}
          >
            {asked.map(({ act, unit, until, reason }) => (
              <p key={act} className={style['hangs']}>
                {t('brief.asks', { unit: unitName(unit), until: day(until), reason })}
              </p>
            ))}
          </TodoLine>
        ))}
      </ol>
      {!whole && rows.length > FIRST && (
        <button type="button" className={style['rest']} onClick={() => setWhole(true)}>
          {t('brief.wishes.rest', { n: rows.length - FIRST })}
        </button>
      )}
      {whole && more > 0 && <p className="faint">{t('brief.wishes.more', { n: more })}</p>}
    </section>
  );
}
