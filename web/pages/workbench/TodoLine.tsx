import { useState } from 'react';
import type { Todo } from '../../../src/matters/lists/list.contract.ts';
import { ActForm } from '../../acts/ActForm.tsx';
import type { FormAct } from '../../acts/fields.ts';
import { useT } from '../../i18n/language.tsx';
import { MatterLine } from '../../matters/MatterLine.tsx';
import style from './TodoLine.module.css';
import { TodoActs } from './TodoActs.tsx';

type Props = {
  todo: Todo;
  /** Arrived or moved since the last look. */
  fresh: boolean;
  /** It is done, or not this seat's any more, and stands here only until the list is shown anew. */
  gone: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
};

/** One thing to do: what it is, how late, the act that does it, and its form when it takes more than a click. */
export function TodoLine({ todo, fresh, gone, open, onOpen }: Props) {
  const t = useT();
  const { row, act } = todo;
  const [kind, setKind] = useState<FormAct | null>(null);
  const [done, setDone] = useState(false);
  const leave = () => {
    setDone(true);
    onOpen(false);
  };
  return (
    <li className={style['line']} data-done={done} inert={done}>
      <div className={style['fold']}>
        <MatterLine row={row} fresh={fresh} waitsFor={act}>
          {gone ? (
            <span className="quiet">{t('live.gone')}</span>
          ) : (
            <TodoActs
              todo={todo}
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
            <ActForm key={kind} matter={row} kind={kind} onDone={leave} onCancel={() => onOpen(false)} />
          </div>
        )}
      </div>
    </li>
  );
}
