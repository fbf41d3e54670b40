import { useState } from 'react';
import type { Registrable } from '../../../src/matters/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { sameValue } from '../../acts/sameValue.ts';
import { useDraft, type Typed } from '../../acts/useDraft.ts';
import { unread } from '../../acts/unread.ts';
import { useMissing } from '../../acts/useMissing.ts';
import { useSending } from '../../files/sending/useSending.ts';
import { useT } from '../../i18n/language.tsx';
import { fieldFaults } from '../../problems/fieldFaults.ts';
import { useSession } from '../../session/session.ts';
import { byFrom, draw, type Drawn } from './onBehalf.ts';
import { inHand, questionsOf, requestFrom, unanswered } from './questions.ts';
import type { Taken } from './TakenNote.tsx';
import { useQuestionWords } from './useQuestionWords.ts';
import { useRegister, type Registering } from './useRegister.ts';

/** The open matter that it is the same as, and the id of the act that joins it to that: drawn once. */
type Joining = { readonly id: string; readonly into: string };

/**
 * A matter while it is registered: what was typed, which questions are asked and which of them `here` (where `single`, one at a time, the
 * `main` ones first, which lead to a page where all is checked and the rare ones can be answered), what is wrong with each answer, `go`,
 * which goes on to the next question, sends, or goes back to what is missing, and `back`.
 */
export function useRegistering(
  mechanisms: readonly Registrable[],
  begin: Typed,
  single: boolean,
  onTaken: (taken: Taken) => void,
) {
  const t = useT();
  const words = useQuestionWords();
  const { caller } = useSession();
  // Words that are to be sealed are neither kept on the machine nor sent anywhere before they are.
  const secret = mechanisms.every(({ sealed }) => sealed);
  const draft = useDraft(`${caller.seat}.register`, { follow: true, ...begin }, { secret });
  const files = useSending(caller.seat, ({ id, name, size }) => draft.add('files', { id, name, size }), {
    sealed: secret,
  });
  const [at, setAt] = useState<number | 'check'>(0);
  const [sent, setSent] = useState<Typed>({});
  const said = draft.typed['text'];
  const text = typeof said === 'string' ? said : '';
  const chosen = mechanisms.find(({ key }) => key === draft.typed['mechanism']) ?? mechanisms[0]!;
  const asked = questionsOf(mechanisms, chosen, draft.typed);
  const { main, rare } = inHand(asked, chosen, begin);
  const questions = single ? [...main, ...rare] : asked;
  const wrong = unread(t, questions, draft.typed);
  const lacksNow = () => [...new Set([...Object.keys(wrong), ...unanswered(questions, draft.typed)])];
  const [missing, setMissing] = useMissing(lacksNow);
  const register = useRegister(draft.clear, onTaken, chosen.mayRead);
  const asks = single && at !== 'check' && at < questions.length;
  const here = asks ? questions.slice(at, at + 1) : single ? [] : questions;
  /** Goes to the first of these questions, where they are asked one at a time. */
  const returnTo = (names: readonly string[]) => {
    const first = questions.findIndex(({ name }) => names.includes(name));
    if (single && first >= 0) setAt(first);
  };
  const joining = (draft.typed['joining'] as Joining | null | undefined) ?? null;
  /** Adds whoever calls to an open matter: at once where nothing is left to be asked, else with what is sent in the end. */
  const joinTo = (into: string | null) => {
    const next = into === null ? null : joining?.into === into ? joining : { id: uuidv7(), into };
    draft.type('joining', next);
    if (next && !lacksNow().length && !files.unfinished) send(next);
    else if (next && !single) setMissing(lacksNow());
  };
  const go = () => {
    const lack = lacksNow();
    const now = asks ? lack.filter((name) => here.some((question) => question.name === name)) : lack;
    setMissing(now);
    if (now.length) return returnTo(now);
    if (asks) return setAt(at + 1 < main.length ? at + 1 : 'check');
    if (files.unfinished) return;
    send(joining);
  };
  const send = (into: Joining | null) => {
    const whose = chosen.originators ? { by: by(), ...(into ? { join: into } : {}) } : {};
    const body = { ...requestFrom(chosen.key, questions, draft.typed), ...whose };
    setSent(draft.typed);
    register.mutate({ id: draft.idFor(body), ...body } as Registering, {
      onError: (error) => returnTo(Object.keys(fieldFaults(error))),
    });
  };
  const back = () => setAt(asks ? at - 1 : main.length - 1);
  const by = () => {
    const drawn = (draft.typed['drawn'] as Drawn | undefined) ?? draw();
    if (!draft.typed['drawn']) draft.type('drawn', drawn);
    return byFrom(draft.typed, drawn);
  };

  const faults = fieldFaults(register.error);
  const faultOf = (name: string): string | undefined => {
    if (!missing.includes(name)) return sameValue(sent, draft.typed, name) ? faults[name] : undefined;
    if (wrong[name]) return wrong[name];
    if (name === 'targets' || name === 'coordinates') return t(`web.register.${name}.fault`);
    return name === 'lead'
      ? t('web.register.lead-first')
      : t('web.field.must', { field: words(name, chosen.originators).label });
  };
  const progress = { here, asks, main: main.length, at: asks ? at : questions.length };
  return {
    draft,
    files,
    secret,
    text,
    chosen,
    questions,
    ...progress,
    setAt,
    register,
    faultOf,
    go,
    back,
    joining,
    joinTo,
  };
}
