import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MatterView } from '../../src/matters/contract.ts';
import { ApiProblem } from '../api.ts';
import { useSending } from '../files/sending/useSending.ts';
import { useLanguage } from '../i18n/language.tsx';
import { matterQuery } from '../matters/queries.ts';
import { fieldFaults } from '../problems/fieldFaults.ts';
import { farReading, unexplained } from '../works/farReading.ts';
import { useSession } from '../session/session.ts';
import { beginFrom, withoutUnchanged } from './begin.ts';
import type { Field, FormAct } from './fields.ts';
import { askedBeside, askedIfFar, askedWhy, fieldsFor } from './fieldsFor.ts';
import { givenFrom, lacking } from './given.ts';
import { sameValue } from './sameValue.ts';
import { useAct } from './useAct.ts';
import { unread } from './unread.ts';
import { useDraft, type Typed } from './useDraft.ts';
import { useFieldWords } from './useFieldWords.ts';
import { useMissing } from './useMissing.ts';
import { useSeen } from './useSeen.ts';

type Asked = { view: MatterView; opened: number; kind: FormAct; begin?: Typed | undefined; onDone: () => void };

/**
 * What an act's form holds and does: its fields with what was typed into them, kept as a draft, and the files on their way; what is wrong with
 * each; and the sending, which tells of what others did meanwhile before it goes on. `opened` is where the matter stood as it was opened.
 */
export function useActForm({ view, opened, kind, begin, onDone }: Asked) {
  const { t, language } = useLanguage();
  const { caller } = useSession();
  const queries = useQueryClient();
  const words = useFieldWords(kind, view);
  const all = fieldsFor(kind, view, caller);
  const draft = useDraft(
    `${caller.seat}.${view.row.id}.${kind}`,
    { ...beginFrom(all, view, caller), ...begin },
    { secret: view.sealed },
  );
  const act = useAct(view.row);
  const faults = fieldFaults(act.error);
  const far = kind === 'measure' ? farReading(t, language, view.targets, draft.typed) : null;
  // What a matter may be joined to is asked about where the server asked, and stays so once it is ticked.
  const asked = kind === 'join' ? (faults['sure'] ?? (draft.typed['sure'] === true ? '' : null)) : null;
  const odd = kind === 'measure' ? unexplained(t, language, view.targets, draft.typed) : null;
  const fields = askedWhy(askedIfFar(askedBeside(all, view, draft.typed), far ?? asked), odd);
  const hints: Readonly<Record<string, string | null>> = { sure: far, reason: odd };
  const takesFiles = fields.some((field) => field.kind === 'files');
  const files = useSending(
    caller.seat,
    takesFiles ? ({ id, name, size }) => draft.add('files', { id, name, size }) : undefined,
    { sealed: view.sealed },
  );
  const { seen, read } = useSeen(opened, view.row.seq);
  const [refused, setRefused] = useState(false);
  const [known, setKnown] = useState<readonly string[]>([]);
  const [sent, setSent] = useState<Typed>({});
  const givenNow = () => {
    const whole = givenFrom(fields, draft.typed);
    return kind === 'correct' || kind === 'revise' ? withoutUnchanged(fields, whole, view, caller) : whole;
  };
  const wrong = unread(t, fields, draft.typed);
  const lacksNow = () => [...new Set([...Object.keys(wrong), ...lacking(fields, givenNow())])];
  const [missing, setMissing] = useMissing(lacksNow);

  const send = () => {
    if (files.unfinished) return;
    const given = givenNow();
    const lack = lacksNow();
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
          if (movedOn(error)) void lookAgain();
          setKnown((before) => [...new Set([...before, ...leftIn(error)])]);
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
  const faultOf = (field: Field): string | undefined => {
    if (missing.includes(field.name))
      return (
        wrong[field.name] ??
        (field.name === 'reason' ? odd : null) ??
        t('web.field.must', { field: words(field).label })
      );
    if (!sameValue(sent, draft.typed, field.name)) return undefined;
    return faults[field.name] ?? (field.calls ? faults['mentions'] : undefined);
  };
  // Said at its field, and not once more below the form.
  const atFields = fields.flatMap(({ name, kind: is, calls }) =>
    // These two have no place for what is wrong.
    is === 'position' || is === 'confirm' ? [] : [faults[name], calls ? faults['mentions'] : undefined],
  );
  const said =
    act.error instanceof ApiProblem &&
    Boolean(act.error.problem.errors?.length) &&
    act.error.problem.errors!.every(({ detail }) => atFields.includes(detail));
  return {
    fields,
    words: (field: Field) => {
      const hint = hints[field.name];
      return hint ? { ...words(field), hint } : words(field);
    },
    draft,
    files,
    known,
    faultOf,
    send,
    busy: act.isPending,
    /** What the server said against it, but for what others did meanwhile, which is shown by itself, and for what is said at the fields. */
    error: movedOn(act.error) || said ? null : act.error,
    /** What the server said at the fields, each time it says it. */
    atFields: said ? act.error : null,
    /** Somebody else acted since the form was opened; it was sent all the same, and `refused`; what they did was looked at. */
    moved: view.row.seq > opened,
    refused,
    looked: seen > opened,
  };
}

/** What of a text for the public the server found to tell who somebody is. */
const leftIn = (error: unknown): string[] => {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'matter.personal-data-left') return [];
  const found = error.problem.params?.['found'];
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
};

const movedOn = (error: unknown): boolean => error instanceof ApiProblem && error.problem.code === 'matter.moved-on';
