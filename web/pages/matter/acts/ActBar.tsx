import { useEffect, useRef, useState } from 'react';
import type { MatterView } from '../../../../src/matters/contract.ts';
import { ActForm, formAhead } from '../../../acts/ActForm.tsx';
import { useAskedAct } from '../../../acts/askedAct.ts';
import type { FormAct } from '../../../acts/fields.ts';
import type { Typed } from '../../../acts/useDraft.ts';
import { inOrder, standsOf } from '../../../acts/order.ts';
import { Called, useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import style from './ActBar.module.css';
import { ActButtons } from './ActButtons.tsx';

/**
 * What I may do, as buttons; then what I may not, each with its reason. A form opens in the place of the buttons. On a phone the
 * bar stays at the foot of the screen while one reads.
 */
export function ActBar({ view }: { view: MatterView }) {
  const t = useT();
  // While a draft waits, to answer is to approve it; a name that the mechanism has for it stays.
  const own: Record<string, string> =
    view.row.drafted && !view.actNames.answer ? { 'matter.act.answer': t('web.act.approve') } : {};
  return (
    <Called own={own}>
      <Bar view={view} />
    </Called>
  );
}

function Bar({ view }: { view: MatterView }) {
  const t = useT();
  const { caller } = useSession();
  const bar = useRef<HTMLElement>(null);
  const [kind, setKind] = useState<FormAct | null>(null);
  const [opened, setOpened] = useState(view.row.seq);
  useEffect(formAhead, []);
  const [typed, setTyped] = useState<Typed | undefined>();
  const close = () => setKind(null);
  const begin = (act: FormAct, with_?: Typed) => {
    setOpened(view.row.seq);
    setTyped(with_);
    setKind(act);
  };
  useAskedAct(view.row.id, begin);
  // React tells nobody of a focus whose element it takes away: the bar still holds it then.
  const holds = useRef(false);
  const before = useRef(kind);
  useEffect(() => {
    // The buttons come back with the next drawing, however late that is, and go when the matter moves on: whichever of them are
    // there take the focus that a form or another button had.
    const lost = holds.current && document.activeElement === document.body;
    if (!kind && (lost || before.current)) bar.current?.querySelector('button')?.focus();
    before.current = kind;
  });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only hears where the focus is
    <section
      ref={bar}
      className={style['acts']}
      data-writing={kind !== null}
      aria-labelledby="acts"
      onFocus={() => (holds.current = true)}
      onBlur={() => (holds.current = false)}
    >
      <h2 id="acts">{kind ? t(`matter.act.${kind}`) : t('web.acts')}</h2>
      {kind ? (
        <ActForm matter={{ ...view.row, seq: opened }} kind={kind} onDone={close} onCancel={close} begin={typed} />
      ) : (
        <ActButtons choices={inOrder(view.acts, caller.role, standsOf(view))} view={view} onBegin={begin} />
      )}
    </section>
  );
}
