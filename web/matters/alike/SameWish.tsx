import { useState } from 'react';
import type { MatterRow } from '../../../src/matters/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { useAct } from '../../acts/useAct.ts';
import { announce } from '../../frame/announce.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import { MatterBrief } from '../MatterBrief.tsx';
import { useAlike } from './alike.ts';
import style from './Alike.module.css';

/** More than are compared at a glance stand on the matter’s own page. */
const MOST = 3;

/** `said`: what surrounds it says already that they wish it. */
type Props = { row: MatterRow; said?: boolean; onJoined?: () => void };

/**
 * That whoever raised it takes it for the same as another, and which that may be: joined to it by one press, as whoever presses sees what both
 * say. Nothing where nobody said so.
 */
export function SameWish(props: Props) {
  return props.row.same ? <Wish {...props} /> : null;
}

function Wish({ row, said = false, onJoined }: Props) {
  const t = useT();
  const found = useAlike(row.id);
  const act = useAct(row);
  const [ids] = useState(() => new Map<string, string>());
  // What is answered is joined to by who reads that first, on the matter’s page.
  const rows = (found?.rows ?? [])
    .filter(({ matter }) => matter.mechanism === row.mechanism && matter.phase !== 'answered')
    .slice(0, MOST);
  const join = (into: string) => {
    // The same however often it is pressed.
    const id = ids.get(into) ?? uuidv7();
    ids.set(into, id);
    act.mutate(
      { id, kind: 'join', seen: row.seq, given: { into } },
      { onSuccess: () => onJoined?.(), onError: (error) => announce(faultText(t, error), 'fault') },
    );
  };
  return (
    <section className={style['wish']} aria-label={t('web.alike.wish')}>
      {found && rows.length === 0 ? <p>{t('web.alike.wish.none')}</p> : !said && <p>{t('web.alike.wish')}</p>}
      {rows.length > 0 && (
        <ul className={style['list']}>
          {rows.map(({ matter, nearlySame, shared }) => (
            <li key={matter.id}>
              <MatterBrief matter={matter} apart>
                <span>{t(nearlySame ? 'web.alike.nearly-same' : 'web.alike.shared', { shared })}</span>
              </MatterBrief>
              {found?.mayJoin && (
                <Button
                  size="small"
                  loading={act.isPending && act.variables?.given['into'] === matter.number}
                  disabled={act.isPending}
                  aria-label={t('web.alike.wish.join-of', { number: row.number, into: matter.number })}
                  onClick={() => join(matter.number)}
                >
                  {t('web.alike.join')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
