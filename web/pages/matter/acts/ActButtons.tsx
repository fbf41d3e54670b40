import { useState } from 'react';
import type { ActChoice, MatterView } from '../../../../src/matters/contract.ts';
import { ChoiceWhy } from '../../../acts/ChoiceWhy.tsx';
import { DraftOnButton } from '../../../acts/DraftMark.tsx';
import type { FormAct } from '../../../acts/fields.ts';
import { isAwaited, standsOf } from '../../../acts/order.ts';
import { useWaitingActs } from '../../../acts/waiting.ts';
import { Button } from '../../../frame/Button.tsx';
import { useNarrow } from '../../../frame/useNarrow.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './ActBar.module.css';

/** What is chosen between as often as the first: to meet again, to arrange it or to agree, found kept or found broken. */
const BESIDE: Readonly<Record<string, readonly string[]>> = { meet: ['settle', 'convene'], keep: ['breach'] };

type Props = { choices: readonly ActChoice[]; view: MatterView; onBegin: (kind: FormAct) => void };

/**
 * The acts that are open to me as buttons, and why the others are off; on a phone the first and whatever else the matter waits
 * for, the rest when asked for.
 */
export function ActButtons({ choices, view, onBegin }: Props) {
  const t = useT();
  const narrow = useNarrow();
  const [whole, setWhole] = useState(false);
  const allowed = choices.filter((choice) => choice.allowed);
  const off = choices.filter((choice) => !choice.allowed && choice.code);
  const awaited = (kind: string) => isAwaited(kind, standsOf(view));
  const folded = narrow && !whole;
  const leads = allowed[0]?.kind;
  const first = allowed.filter(
    ({ kind }, i) => i === 0 || (leads === 'instruct' && awaited(kind)) || (leads && BESIDE[leads]?.includes(kind)),
  );
  const others = allowed.length - first.length;
  const waiting = useWaitingActs(view.row.id);
  return (
    <>
      <div className={style['bar']}>
        {(folded ? first : allowed).map((choice, i) => (
          <Button
            key={choice.kind}
            type={i === 0 && (awaited(choice.kind) || choice.kind === 'instruct') ? 'primary' : 'default'}
            onClick={() => onBegin(choice.kind as FormAct)}
          >
            {t(`matter.act.${choice.kind}`)}
            {waiting.includes(choice.kind) && <DraftOnButton />}
          </Button>
        ))}
        {!allowed.length && <p className="quiet">{t('web.acts.none')}</p>}
        {narrow && (others > 0 || off.length > 0) && (
          <Button type="text" className={style['more']!} aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? t('acts.fewer') : others > 0 ? t('acts.more', { n: others }) : t('acts.why', { n: off.length })}
            {folded && allowed.some((one) => !first.includes(one) && waiting.includes(one.kind)) && <DraftOnButton />}
          </Button>
        )}
      </div>
      {off.length > 0 && !folded && (
        <details className={style['off']} open={narrow && others === 0 ? true : undefined}>
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
