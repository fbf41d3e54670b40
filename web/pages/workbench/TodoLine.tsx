import { lazy, Suspense, useState, type ReactNode } from 'react';
import { ActForm } from '../../acts/ActForm.tsx';
import type { FormAct } from '../../acts/fields.ts';
import { useT } from '../../i18n/language.tsx';
import { MatterLine } from '../../matters/MatterLine.tsx';
import style from './TodoLine.module.css';
import { TodoActs, type Doing } from './TodoActs.tsx';
import type { NamedSeat } from '../../../src/matters/mentions/mention.contract.ts';

/** Few who raise something say that others have raised the same. */
const SameWish = lazy(() => import('../../matters/alike/SameWish.tsx').then((m) => ({ default: m.SameWish })));

type Props = {
  todo: Doing;
  /** Arrived or moved since the last look. */
  fresh: boolean;
  /** It is done, or not this seat's any more, and stands here only until the list is shown anew. */
  gone: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Who has it in hand and may be reminded of it by name. */
  reminded?: NamedSeat | undefined;
  /** What is to be known of it before it is done. */
  children?: ReactNode;
};

/** One thing to do: what it is, how late, the act that does it, and its form when it takes more than a click. */
export function TodoLine({ todo, fresh, gone, open, onOpen, reminded, children }: Props) {
  const t = useT();
  const { row, act } = todo;
  const [kind, setKind] = useState<FormAct | null>(null);
  const [done, setDone] = useState(false);
  const [wish, setWish] = useState(false);
  const leave = () => {
    setDone(true);
    onOpen(false);
  };
  return (
    <li className={style['line']} data-done={done} inert={done}>
      <div className={style['fold']}>
        <MatterLine
          row={row}
          fresh={fresh}
          waitsFor={act}
          more={
            <>
              {children}
              {row.same && !gone && (
                // Closed at first: what came late into a row would move those below from under the hand.
                <details className={style['wish']} onToggle={({ currentTarget }) => setWish(currentTarget.open)}>
                  <summary>{t('web.alike.wish')}</summary>
                  {wish && (
                    <Suspense>
                      <SameWish row={row} said onJoined={leave} />
                    </Suspense>
                  )}
                </details>
              )}
            </>
          }
        >
          {gone ? (
            <span className="quiet">{t('live.gone')}</span>
          ) : (
            <TodoActs
              todo={todo}
              reminded={reminded}
              open={open ? kind : null}
              onForm={(next) => {
                setKind(next);
                onOpen(next !== null);
              }}
              onDone={leave}
            />
          )}
        </MatterLine>
        {open && kind && (
          <div className={style['form']}>
            <ActForm
              key={kind}
              matter={row}
              kind={kind}
              // A word about it does not do the thing, nor does answering a request that waits beside it: the row stays.
              onDone={
                kind === 'note' || kind === 'instruct' || (kind === 'forget' && act !== 'forget')
                  ? () => onOpen(false)
                  : leave
              }
              onCancel={() => onOpen(false)}
              begin={kind === 'note' && reminded ? { text: `@${reminded.name} `, mentions: [reminded] } : undefined}
            />
          </div>
        )}
      </div>
    </li>
  );
}
