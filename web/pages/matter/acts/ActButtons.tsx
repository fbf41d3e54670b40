import { Button } from 'antd';
import { useState } from 'react';
import type { ActChoice, MatterView } from '../../../../src/matters/contract.ts';
import { ChoiceWhy } from '../../../acts/ChoiceWhy.tsx';
import { DraftOnButton } from '../../../acts/DraftMark.tsx';
import type { FormAct } from '../../../acts/fields.ts';
import { isAwaited } from '../../../acts/order.ts';
import { useWaitingActs } from '../../../acts/waiting.ts';
import { useNarrow } from '../../../frame/useNarrow.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './ActBar.module.css';

type Props = { choices: readonly ActChoice[]; view: MatterView; onBegin: (kind: FormAct) => void };

/** The acts that are open to me as buttons, and why the others are off; on a phone the first, the rest when asked for. */
export function ActButtons({ choices, view, onBegin }: Props) {
  const t = useT();
  const narrow = useNarrow();
  const [whole, setWhole] = useState(false);
  const allowed = choices.filter((choice) => choice.allowed);
  const off = choices.filter((choice) => !choice.allowed && choice.code);
  const folded = narrow && !whole;
  const others = allowed.length - 1;
  const waiting = useWaitingActs(view.row.id);
  return (
    <>
      <div className={style['bar']}>
        {(folded ? allowed.slice(0, 1) : allowed).map((choice, i) => (
          <Button
            key={choice.kind}
            type={i === 0 && isAwaited(choice.kind, view.row.phase) ? 'primary' : 'default'}
            onClick={() => onBegin(choice.kind as FormAct)}
          >
            {t(`matter.act.${choice.kind}`)}
            {waiting.includes(choice.kind) && <DraftOnButton />}
          </Button>
        ))}
        {!allowed.length && <p className="quiet">{t('web.acts.none')}</p>}
        {narrow && (others > 0 || off.length > 0) && (
          <Button type="text" className={style['more']!} aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? t('acts.fewer') : others > 0 ? t('acts.more', { n: others }) : t('acts.why')}
            {folded && allowed.slice(1).some(({ kind }) => waiting.includes(kind)) && <DraftOnButton />}
          </Button>
        )}
      </div>
      {off.length > 0 && !folded && (
        <details className={style['off']}>
          <summary>{t('web.acts.off', { n: off.length })}</summary>
          <ul>
            {off.map((choice) => (
              <li key={choice.kind}>
                <span className={style['name']}>{t(`matter.act.${choice.kind}`)}</span>
                <ChoiceWhy choice={choice} view={view} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
