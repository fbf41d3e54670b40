import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useEffect, useRef, useState } from 'react';
import type { MatterView } from '../../src/matters/contract.ts';
import { ApiProblem } from '../api.ts';
import { FormFilesProvider, useSending } from '../files/sending/useSending.ts';
import { Button } from '../frame/Button.tsx';
import { useNarrow } from '../frame/useNarrow.ts';
import { useHotkey } from '../keys/useHotkey.ts';
import { useT } from '../i18n/language.tsx';
import { matterQuery } from '../matters/queries.ts';
import { Fault } from '../problems/Fault.tsx';
import { fieldFaults } from '../problems/fieldFaults.ts';
import { useSession } from '../session/session.ts';
import { SuggestedCategory, SuggestedUnit } from '../suggestions/SuggestedFor.tsx';
import { ActField } from './ActField.tsx';
import style from './ActForm.module.css';
import { beginFrom, withoutUnchanged } from './begin.ts';
import type { Field, FormAct } from './fields.ts';
import { askedBeside, fieldsFor } from './fieldsFor.ts';
import { ActHelp } from './help/ActHelp.tsx';
import { calledIn, givenFrom, lacking } from './given.ts';
import { MovedOn } from './MovedOn.tsx';
import { sameValue } from './sameValue.ts';
import { useAct } from './useAct.ts';
import { useDraft, type Typed } from './useDraft.ts';
import { useMissing } from './useMissing.ts';
import { useSeen } from './useSeen.ts';
import { useFieldWords } from './useFieldWords.ts';

type Props = {
  view: MatterView;
  opened: number;
  kind: FormAct;
  onDone: () => void;
  onCancel: () => void;
  begin?: Typed | undefined;
};

export function ActFormBody({ view, opened, kind, onDone, onCancel, begin }: Props) {
  const t = useT();
  const { caller } = useSession();
  const queries = useQueryClient();
  const words = useFieldWords(kind, view);
  const form = useRef<HTMLFormElement>(null);
  const all = fieldsFor(kind, view, caller);
  const draft = useDraft(
    `${caller.seat}.${view.row.id}.${kind}`,
    { ...beginFrom(all, view), ...begin },
    { secret: view.sealed },
  );
  const fields = askedBeside(all, view, draft.typed);
  const takesFiles = fields.some((field) => field.kind === 'files');
  const files = useSending(
    caller.seat,
    takesFiles ? ({ id, name, size }) => draft.add('files', { id, name, size }) : undefined,
    { sealed: view.sealed },
  );
  const act = useAct(view.row);
  const { seen, read } = useSeen(opened, view.row.seq);
  const [refused, setRefused] = useState(false);
  const [sent, setSent] = useState<Typed>({});
  const givenNow = () => {
    const whole = givenFrom(fields, draft.typed);
    return kind === 'correct' || kind === 'revise' ? withoutUnchanged(fields, whole, view) : whole;
  };
  const [missing, setMissing] = useMissing(() => lacking(fields, givenNow()));
  const narrow = useNarrow();
  const [onPhone] = useState(narrow);
  useEffect(() => {
    focusFirst(form.current);
    // From the foot of a phone the form opens further up, and the eye is taken along: to its beginning, clear of the bars.
    if (onPhone) form.current?.scrollIntoView({ block: 'start' });
  }, [onPhone]);
  useHotkey('Escape', onCancel);

  const send = () => {
    if (files.unfinished) return;
    const given = givenNow();
    const lack = lacking(fields, given);
    setMissing(lack);
    if (lack.length) return;
    setSent(draft.typed);
    const body = { kind, seen, given };
    act.mutate(
      { id: draft.idFor(body), ...body },
      {
        onSuccess: () => {
          draft.clear();
          onDone();
        },
        onError: (error) => {
          if (error instanceof ApiProblem && error.problem.code === 'matter.moved-on') void lookAgain();
        },
      },
    );
  };
  /** Somebody else acted meanwhile: read the matter anew, show what they did, and let the person decide. */
  const lookAgain = async () => {
    const { row } = await queries.fetchQuery({ ...matterQuery(view.row.id), staleTime: 0 });
    setRefused(true);
    read(row.seq);
  };
  const discard = () => {
    draft.clear();
    onCancel();
  };

  useHotkey('mod+enter', () => {
    if (form.current?.contains(document.activeElement)) send();
  });

  const faults = fieldFaults(act.error);
  const faultOf = (field: Field): string | undefined => {
    if (missing.includes(field.name)) return t('web.field.must', { field: words(field).label });
    if (!sameValue(sent, draft.typed, field.name)) return undefined;
    return faults[field.name] ?? (field.calls ? faults['mentions'] : undefined);
  };
  const suggestedFor = (field: Field) => ({
    asked: { mechanism: view.row.mechanism, text: view.row.text, matter: view.row.id },
    chosen: draft.typed[field.name],
    onTake: (label: string) => draft.type(field.name, label),
  });
  const held = act.error instanceof ApiProblem && act.error.problem.code === 'matter.moved-on';
  const moved = view.row.seq > opened;
  const off = view.acts.some((choice) => choice.kind === kind && !choice.allowed);
  return (
    <form
      ref={form}
      noValidate
      className={style['form']}
      aria-label={t('web.act.form', { act: t(`matter.act.${kind}`), number: view.row.number })}
      {...files.onForm}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {moved && <MovedOn view={view} since={opened} kind={kind} refused={refused} onDiscard={discard} />}
      <FormFilesProvider value={files}>
        {fields.map((field) => (
          <Fragment key={field.name}>
            <ActField
              field={field}
              {...words(field)}
              fault={faultOf(field)}
              value={draft.typed[field.name]}
              beside={draft.typed}
              view={view}
              onType={(value) => draft.type(field.name, value)}
              called={field.calls ? calledIn(draft.typed, field.name) : undefined}
              onMention={(who) => draft.add('mentions', who)}
            />
            {kind === 'classify' && field.name === 'category' && (
              <SuggestedCategory {...suggestedFor(field)} scheme={view.raised?.scheme ?? ''} />
            )}
            {kind === 'assign' && field.name === 'lead' && <SuggestedUnit {...suggestedFor(field)} />}
          </Fragment>
        ))}
      </FormFilesProvider>
      {act.error && !held && <Fault error={act.error} />}
      <div className={style['acts']}>
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={(moved && off) || files.unfinished}>
          {moved && seen > opened ? t('web.act.still', { act: t(`matter.act.${kind}`) }) : t(`matter.act.${kind}`)}
        </Button>
        <Button onClick={onCancel}>{t('web.cancel')}</Button>
        <span className="faint">
          {t(files.unfinished ? 'web.files.wait' : view.sealed ? 'web.draft.secret' : 'web.draft.kept')}
        </span>
        <ActHelp kind={kind} view={view} />
      </div>
    </form>
  );
}

function focusFirst(form: HTMLFormElement | null): void {
  const first = form?.querySelector<HTMLElement>('textarea, input:not([type="file"]), button');
  first?.focus({ preventScroll: true });
  // Whoever finds words there goes on after them.
  if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length);
}
