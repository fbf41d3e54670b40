import { useEffect, useRef, useState } from 'react';
import type { Registrable } from '../../../src/matters/contract.ts';
import { ActHelp } from '../../acts/help/ActHelp.tsx';
import { sameValue } from '../../acts/sameValue.ts';
import { useDraft, type Typed } from '../../acts/useDraft.ts';
import { useMissing } from '../../acts/useMissing.ts';
import { FormFilesProvider, useSending } from '../../files/sending/useSending.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { AlikeWhileWriting } from '../../matters/alike/AlikeWhileWriting.tsx';
import { useHotkey } from '../../keys/useHotkey.ts';
import { Fault } from '../../problems/Fault.tsx';
import { fieldFaults } from '../../problems/fieldFaults.ts';
import { useSession } from '../../session/session.ts';
import { SuggestedCategory, SuggestedUnit } from '../../suggestions/SuggestedFor.tsx';
import { Answers } from './Answers.tsx';
import { byFrom, draw, type Drawn } from './onBehalf.ts';
import { Progress } from './Progress.tsx';
import { QuestionField } from './QuestionField.tsx';
import { questionsOf, requestFrom, unanswered } from './questions.ts';
import style from './Register.module.css';
import { useNarrow } from './useNarrow.ts';
import { useQuestionWords } from './useQuestionWords.ts';
import type { Taken } from './TakenNote.tsx';
import { useRegister, type Registering } from './useRegister.ts';

type Props = {
  mechanisms: readonly Registrable[];
  /** What stands there before anything was typed: the mechanism and the channel of whoever takes calls. */
  begin: Typed;
  onTaken: (taken: Taken) => void;
};

/** The questions of a new matter: all at once on a desk, one at a time on a phone. What is typed outlives the tab. */
export function RegisterForm({ mechanisms, begin, onTaken }: Props) {
  const t = useT();
  const narrow = useNarrow();
  const words = useQuestionWords();
  const { caller } = useSession();
  // Words that are to be sealed are neither kept on the machine nor sent anywhere before they are.
  const secret = mechanisms.every(({ sealed }) => sealed);
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(`${caller.seat}.register`, { follow: true, ...begin }, { secret });
  const files = useSending(caller.seat, ({ id, name, size }) => draft.add('files', { id, name, size }), {
    sealed: secret,
  });
  const [at, setAt] = useState(0);
  const [sent, setSent] = useState<Typed>({});
  const said = draft.typed['text'];
  const text = typeof said === 'string' ? said : '';
  const chosen = mechanisms.find(({ key }) => key === draft.typed['mechanism']) ?? mechanisms[0]!;
  const questions = questionsOf(mechanisms, chosen, draft.typed);
  const [missing, setMissing] = useMissing(() => unanswered(questions, draft.typed));
  const register = useRegister(draft.clear, onTaken);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, input:not([type="file"]), dl button')?.focus();
  }, [at]);

  const here = narrow ? questions.slice(at, at + 1) : questions;
  const asks = narrow && at < questions.length;
  /** Goes to the first of these questions, where they are asked one at a time. */
  const returnTo = (names: readonly string[]) => {
    const first = questions.findIndex(({ name }) => names.includes(name));
    if (narrow && first >= 0) setAt(first);
  };
  const go = () => {
    const lack = unanswered(questions, draft.typed);
    const now = asks ? lack.filter((name) => here.some((question) => question.name === name)) : lack;
    setMissing(now);
    if (now.length) return returnTo(now);
    if (asks) return setAt(at + 1);
    if (files.unfinished) return;
    const body = { ...requestFrom(chosen.key, questions, draft.typed), ...(chosen.originators ? { by: by() } : {}) };
    setSent(draft.typed);
    register.mutate({ id: draft.idFor(body), ...body } as Registering, {
      onError: (error) => returnTo(Object.keys(fieldFaults(error))),
    });
  };
  const by = () => {
    const drawn = (draft.typed['drawn'] as Drawn | undefined) ?? draw();
    if (!draft.typed['drawn']) draft.type('drawn', drawn);
    return byFrom(draft.typed, drawn);
  };
  useHotkey('mod+enter', go);

  const faults = fieldFaults(register.error);
  const faultOf = (name: string): string | undefined => {
    if (!missing.includes(name)) return sameValue(sent, draft.typed, name) ? faults[name] : undefined;
    if (name === 'targets' || name === 'coordinates') return t(`web.register.${name}.fault`);
    return name === 'lead' ? t('web.register.lead-first') : t('web.field.must', { field: words(name).label });
  };
  const suggestedFor = (name: string) => ({
    asked: { mechanism: chosen.key, text },
    chosen: draft.typed[name],
    onTake: (label: string) => draft.type(name, label),
  });
  const send = draft.typed['lead'] ? 'web.register.act.assign' : 'web.register.act';
  return (
    <form
      ref={form}
      noValidate
      className={style['form']}
      aria-label={t('web.register')}
      {...files.onForm}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {narrow && <Progress at={at} of={questions.length} />}
      <FormFilesProvider value={files}>
        {here.map((question) => (
          <div key={question.name} data-name={question.name}>
            <QuestionField
              question={question}
              {...words(question.name)}
              fault={faultOf(question.name)}
              value={draft.typed[question.name]}
              mechanisms={mechanisms}
              chosen={chosen}
              onType={(value) => draft.type(question.name, value)}
            />
            {question.name === 'text' && !secret && <AlikeWhileWriting text={text} />}
            {question.name === 'category' && (
              <SuggestedCategory {...suggestedFor('category')} scheme={chosen.scheme ?? ''} />
            )}
            {question.name === 'lead' && <SuggestedUnit {...suggestedFor('lead')} />}
          </div>
        ))}
      </FormFilesProvider>
      {narrow && !asks && <Answers questions={questions} typed={draft.typed} change={setAt} />}
      {register.error && <Fault error={register.error} />}
      <div className={style['acts']}>
        <Button type="primary" htmlType="submit" loading={register.isPending} disabled={!asks && files.unfinished}>
          {t(asks ? 'web.register.next' : send)}
        </Button>
        {narrow && at > 0 && <Button onClick={() => setAt(at - 1)}>{t('web.register.before')}</Button>}
        <span className="faint">
          {t(!asks && files.unfinished ? 'web.files.wait' : secret ? 'web.draft.secret' : 'web.draft.kept')}
        </span>
        <ActHelp kind="register" />
      </div>
    </form>
  );
}
