import { useRef, useState } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import type { Known } from '../../../live/held.ts';
import { useHeld } from '../../../live/useHeld.ts';
import { TodoLine } from '../TodoLine.tsx';

const known: Known<MatterRow> = { key: ({ id }) => id, version: ({ seq }) => seq };

/** What was raised to me: I owe the answer, and give it here or in the matter. */
export function RaisedToMe({ rows }: { rows: readonly MatterRow[] }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const held = useHeld('raised', rows, known, list, open !== null);
  return (
    <section aria-labelledby="raised-to-me">
      <h2 id="raised-to-me">{t('brief.raised', { n: rows.length })}</h2>
      <ol ref={list}>
        {held.rows.map((row) => (
          <TodoLine
            key={row.id}
            todo={{ row, act: 'answer', seen: true }}
            fresh={false}
            gone={held.gone.has(row.id)}
            open={open === row.id}
            onOpen={(yes) => setOpen(yes ? row.id : null)}
          />
        ))}
      </ol>
    </section>
  );
}
