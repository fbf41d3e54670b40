import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { ToldPage } from '../../../src/intake/duplicates/contract.ts';
import { dayOf } from '../../../src/kernel/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import style from './Duplicates.module.css';
import { toldQuery, useTakeBack } from './duplicates.queries.ts';

type Props = { mechanism: string; may: boolean };

/** What was said to be not the same, by whom, and the way back; read when it is opened. */
export function ToldApart({ mechanism, may }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details className={style['told']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('duplicates.told-list')}</summary>
      {open && <ToldList mechanism={mechanism} may={may} />}
    </details>
  );
}

function ToldList({ mechanism, may }: Props) {
  const t = useT();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(toldQuery(mechanism));
  const back = useTakeBack();
  if (error && !data) return <Fault error={error} />;
  if (!data) return <Waiting lines={2} />;
  const rows = data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="faint">{t('duplicates.told-none')}</p>;
  return (
    <>
      <ul>
        {rows.map((row) => (
          <Told
            key={row.id}
            row={row}
            back={may ? () => back.mutate(row.id) : null}
            busy={back.isPending && back.variables === row.id}
          />
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}

type ToldProps = { row: ToldPage['rows'][number]; back: (() => void) | null; busy: boolean };

function Told({ row: { toldAt, by, parts }, back, busy }: ToldProps) {
  const t = useT();
  const { day } = useFormat();
  const shown = parts.filter((part) => part.length > 0);
  const numbers = shown.flat().map(({ number }) => number);
  return (
    <li>
      <div>
        {shown.map((part, n) => (
          <Fragment key={part[0]!.id}>
            {n > 0 && <span className="quiet">{t('duplicates.versus')}</span>}
            {part.map(({ id, number, text }) => (
              <Link key={id} to="/matters/$id" params={{ id }} target="_blank" rel="noreferrer">
                <span className="docno">{number}</span> {text}
              </Link>
            ))}
          </Fragment>
        ))}
      </div>
      <p className="faint">
        {t('duplicates.told-by', {
          day: day(dayOf(new Date(toldAt))),
          who: by ? [by.title, by.name].filter(Boolean).join(' ') : '',
        })}
      </p>
      {back && (
        <Button size="small" loading={busy} aria-label={t('duplicates.back-of', { numbers })} onClick={back}>
          {t('duplicates.back')}
        </Button>
      )}
    </li>
  );
}
