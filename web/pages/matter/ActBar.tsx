import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { MatterView } from '../../../src/matters/contract.ts';
import { ActForm, formAhead } from '../../acts/ActForm.tsx';
import { useAskedAct } from '../../acts/askedAct.ts';
import type { FormAct } from '../../acts/fields.ts';
import { ChoiceWhy } from '../../acts/ChoiceWhy.tsx';
import { inOrder, isAwaited } from '../../acts/order.ts';
import { useT } from '../../i18n/language.tsx';
import style from './ActBar.module.css';

/** What I may do, as buttons; then what I may not, each with its reason. A form opens in the place of the buttons. */
export function ActBar({ view }: { view: MatterView }) {
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  const [kind, setKind] = useState<FormAct | null>(null);
  const [opened, setOpened] = useState(view.row.seq);
  useEffect(formAhead, []);
  const choices = inOrder(view.acts);
  const allowed = choices.filter((choice) => choice.allowed);
  const off = choices.filter((choice) => !choice.allowed && choice.code);
  const close = () => setKind(null);
  const begin = (act: FormAct) => {
    setOpened(view.row.seq);
    setKind(act);
  };
  useAskedAct(view.row.id, begin);
  // The buttons come back with the next drawing, however late that is; only then can they take the focus.
  const before = useRef(kind);
  useEffect(() => {
    if (before.current && !kind) bar.current?.querySelector('button')?.focus();
    before.current = kind;
  }, [kind]);

  return (
    <section className={style['acts']} aria-labelledby="acts">
      <h2 id="acts">{kind ? t(`matter.act.${kind}`) : t('web.acts')}</h2>
      {kind ? (
        <ActForm matter={{ ...view.row, seq: opened }} kind={kind} onDone={close} onCancel={close} />
      ) : (
        <div ref={bar} className={style['bar']}>
          {allowed.map((choice, i) => (
            <Button
              key={choice.kind}
              type={i === 0 && isAwaited(choice.kind, view.row.phase) ? 'primary' : 'default'}
              onClick={() => begin(choice.kind as FormAct)}
            >
              {t(`matter.act.${choice.kind}`)}
            </Button>
          ))}
          {!allowed.length && <p className="quiet">{t('web.acts.none')}</p>}
        </div>
      )}
      {off.length > 0 && (
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
    </section>
  );
}
