import { Fragment, useEffect, useRef, useState } from 'react';
import type { MatterView } from '../../src/matters/contract.ts';
import { FormFilesProvider } from '../files/sending/useSending.ts';
import { Button } from '../frame/Button.tsx';
import { useNarrow } from '../frame/useNarrow.ts';
import { useHotkey } from '../keys/useHotkey.ts';
import { useT } from '../i18n/language.tsx';
import { Fault } from '../problems/Fault.tsx';
import { SuggestedCategory, SuggestedUnit } from '../suggestions/SuggestedFor.tsx';
import { ActField } from './ActField.tsx';
import style from './ActForm.module.css';
import { DraftFiles } from './DraftFiles.tsx';
import type { Field, FormAct } from './fields.ts';
import { ActHelp } from './help/ActHelp.tsx';
import { calledIn } from './given.ts';
import { HandedBack } from './HandedBack.tsx';
import { MovedOn } from './MovedOn.tsx';
import { useActForm } from './useActForm.ts';
import type { Typed } from './useDraft.ts';

type Props = {
  view: MatterView;
  opened: number;
  kind: FormAct;
  onDone: () => void;
  onCancel: () => void;
  begin?: Typed | undefined;
};

/** The form of one act, below its button: what it asks for, what others did meanwhile, and the act itself. */
export function ActFormBody({ view, opened, kind, onDone, onCancel, begin }: Props) {
  const t = useT();
  const { fields, words, draft, files, known, faultOf, send, busy, error, atFields, moved, refused, looked } =
    useActForm({
      view,
      opened,
      kind,
      begin,
      onDone,
    });
  const form = useRef<HTMLFormElement>(null);
  const narrow = useNarrow();
  const [onPhone] = useState(narrow);
  useEffect(() => {
    focusFirst(form.current);
    // From the foot of a phone the form opens further up, and the eye is taken along: to its beginning, clear of the bars.
    if (onPhone) form.current?.scrollIntoView({ block: 'start' });
  }, [onPhone]);
  // What is wrong may be out of sight: the eye, and whoever listens, is taken to it.
  useEffect(() => {
    if (atFields) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [atFields]);
  useHotkey('Escape', onCancel);
  useHotkey('mod+enter', () => {
    if (form.current?.contains(document.activeElement)) send();
  });

  const discard = () => {
    draft.clear();
    onCancel();
  };
  const suggestedFor = (field: Field) => ({
    asked: { mechanism: view.row.mechanism, text: view.row.text, matter: view.row.id },
    chosen: draft.typed[field.name],
    onTake: (label: string) => draft.type(field.name, label),
  });
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
            {kind === 'assign' && field.name === 'lead' && <HandedBack view={view} />}
            <ActField
              field={field}
              {...words(field)}
              fault={faultOf(field)}
              value={draft.typed[field.name]}
              beside={draft.typed}
              known={known}
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
      <DraftFiles view={view} kind={kind} />
      {error && <Fault error={error} />}
      <div className={style['acts']}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={(moved && off) || files.unfinished}>
          {moved && looked ? t('web.act.still', { act: t(`matter.act.${kind}`) }) : t(`matter.act.${kind}`)}
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
