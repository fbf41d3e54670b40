import { useState } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { TodoLine } from '../TodoLine.tsx';

/** What was raised to me: I owe the answer, and give it here or in the matter. */
export function RaisedToMe({ rows }: { rows: readonly MatterRow[] }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section aria-labelledby="raised-to-me">
      <h2 id="raised-to-me">{t('brief.raised', { n: rows.length })}</h2>
      <ol>
        {rows.map((row) => (
          <TodoLine
            key={row.id}
            todo={{ row, act: 'answer', seen: true }}
            fresh={false}
            gone={false}
            open={open === row.id}
            onOpen={(yes) => setOpen(yes ? row.id : null)}
          />
        ))}
      </ol>
    </section>
  );
}
