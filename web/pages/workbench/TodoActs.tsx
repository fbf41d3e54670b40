import { useState } from 'react';
import { besides } from '../../../src/matters/lists/besides.rules.ts';
import type { Todo } from '../../../src/matters/lists/list.contract.ts';
import type { ActKind } from '../../../src/mechanism/contract.ts';
import type { NamedSeat } from '../../../src/matters/mentions/mention.contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { formAhead } from '../../acts/ActForm.tsx';
import type { FormAct } from '../../acts/fields.ts';
import { useAct } from '../../acts/useAct.ts';
import { Button } from '../../frame/Button.tsx';
import { announce } from '../../frame/announce.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import { useSession } from '../../session/session.ts';

/** Acts that take nothing but a yes and are done with one click. */
const oneClick: ReadonlySet<string> = new Set(['accept']);

/** What is to be done; where it stands apart, as in a leader's brief, it is theirs to do, and `may` is left out. */
export type Doing = Omit<Todo, 'may'> & Partial<Pick<Todo, 'may'>>;

type Props = {
  todo: Doing;
  reminded?: NamedSeat | undefined;
  open: FormAct | null;
  onForm: (kind: FormAct | null) => void;
  onDone: () => void;
};

/** The act that does the thing, and the other way it may go; a colleague’s work has besides a word to them. */
export function TodoActs({ todo, reminded, open, onForm, onDone }: Props) {
  const { t, language } = useLanguage();
  const { caller } = useSession();
  const { row } = todo;
  // One id for the row's click, however often it is clicked or sent.
  const [id] = useState(() => uuidv7());
  const act = useAct(row);
  const first = todo.act as FormAct;
  // Whoever may give their word on it gives it where they read of it.
  // Whoever stands above the units does not report to them: where it is not their own, it is given back.
  const above = first === 'answer' && row.raised === true && caller.role === 'mayor';
  const other = above
    ? 'lower'
    : (besides[first] ?? (first === 'remind' && caller.role === 'mayor' ? 'instruct' : undefined));
  const may = (kind: ActKind | undefined): kind is FormAct => kind !== undefined && (todo.may?.includes(kind) ?? true);
  const second = may(other) ? other : undefined;
  const start = (kind: FormAct) => {
    if (!oneClick.has(kind)) return onForm(open === kind ? null : kind);
    act.mutate(
      { id, kind, seen: row.seq, given: {} },
      { onSuccess: onDone, onError: (error) => announce(faultText(t, error), 'fault') },
    );
  };
  const ahead = { onPointerEnter: formAhead, onFocus: formAhead };
  const named = (kind: FormAct) =>
    kind === 'answer' && row.drafted && !todo.name
      ? t('web.act.approve')
      : ((kind === first ? todo.name?.[language] : undefined) ?? t(`matter.act.${kind}`));
  const about = (kind: FormAct) => `${named(kind)} ${row.number}`;
  return (
    <>
      {may(first) && (
        <Button
          {...ahead}
          color="primary"
          variant="outlined"
          loading={act.isPending}
          aria-label={about(first)}
          aria-expanded={oneClick.has(first) ? undefined : open === first}
          onClick={() => start(first)}
        >
          {named(first)}
        </Button>
      )}
      {second && (
        <Button {...ahead} aria-label={about(second)} aria-expanded={open === second} onClick={() => start(second)}>
          {named(second)}
        </Button>
      )}
      {first !== 'forget' && todo.may?.includes('forget') && (
        <Button
          {...ahead}
          aria-label={about('forget')}
          aria-expanded={open === 'forget'}
          onClick={() => start('forget')}
        >
          {named('forget')}
        </Button>
      )}
      {reminded && (
        <Button
          {...ahead}
          aria-label={`${t('hands.remind', { name: reminded.name })} ${row.number}`}
          aria-expanded={open === 'note'}
          onClick={() => start('note')}
        >
          {t('hands.remind', { name: reminded.name })}
        </Button>
      )}
    </>
  );
}
