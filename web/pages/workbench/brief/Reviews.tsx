import { useRef, useState } from 'react';
import type { ToReview } from '../../../../src/matters/brief/brief.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import type { Known } from '../../../live/held.ts';
import { useHeld } from '../../../live/useHeld.ts';
import { TodoLine } from '../TodoLine.tsx';
import style from './Brief.module.css';

const known: Known<ToReview> = { key: ({ row }) => row.id, version: ({ row }) => row.seq };

/** Judgements that the office proposes to leave out and nobody else of it may review: each with its reason, to be agreed to or not. */
export function Reviews({ reviews }: { reviews: readonly ToReview[] }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const { rows, gone } = useHeld('reviews', reviews, known, list, open !== null);
  return (
    <section aria-labelledby="to-review">
      <h2 id="to-review">{t('brief.reviews', { n: reviews.length })}</h2>
      <ol ref={list}>
        {rows.map(({ row, reason }) => (
          <TodoLine
            key={row.id}
            todo={{ row, act: 'review', seen: true }}
            fresh={false}
            gone={gone.has(row.id)}
            open={open === row.id}
            onOpen={(yes) => setOpen(yes ? row.id : null)}
          >
            <p className={style['hangs']}>{t('brief.reviews.why', { reason })}</p>
          </TodoLine>
        ))}
      </ol>
    </section>
  );
}
