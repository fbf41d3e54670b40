import { useEffect, useRef } from 'react';
import { contactIn } from '../../../src/directory/originators/contact.rules.ts';
import type { Registrable } from '../../../src/matters/contract.ts';
import { ActHelp } from '../../acts/help/ActHelp.tsx';
import type { Typed } from '../../acts/useDraft.ts';
import { FormFilesProvider } from '../../files/sending/useSending.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { AlikeWhileWriting } from '../../matters/alike/AlikeWhileWriting.tsx';
import { useHotkey } from '../../keys/useHotkey.ts';
import { Fault } from '../../problems/Fault.tsx';
import { useUntilTyped } from '../../problems/useUntilTyped.ts';
import { SuggestedCategory, SuggestedUnit } from '../../suggestions/SuggestedFor.tsx';
import { Answers } from './Answers.tsx';
import { Progress } from './Progress.tsx';
import { QuestionField } from './QuestionField.tsx';
import style from './Register.module.css';
import { useNarrow } from './useNarrow.ts';
import { useQuestionWords } from './useQuestionWords.ts';
import type { Taken } from './TakenNote.tsx';
import { useRegistering } from './useRegistering.ts';

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
  const form = useRef<HTMLFormElement>(null);
  const asking = useRegistering(mechanisms, begin, narrow, onTaken);
  const { draft, files, secret, text, chosen, questions, main, here, asks, at, setAt, register, faultOf, go, back } =
    asking;
  const { joining, joinTo } = asking;
  const { standing, onInput } = useUntilTyped(register.error);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, input:not([type="file"]), dl button')?.focus();
  }, [at]);
  useHotkey('mod+enter', go);

  const suggestedFor = (name: string) => ({
    asked: { mechanism: chosen.key, text },
    chosen: draft.typed[name],
    onTake: (label: string) => draft.type(name, label),
  });
  // Whoever calls has mostly said it already.
  const written = draft.typed['contact'] ? null : contactIn(text);
  const into = chosen.originators ? joining : null;
  const send = into ? 'web.register.act.join' : draft.typed['lead'] ? 'web.register.act.assign' : 'web.register.act';
  return (
    <form
      ref={form}
      noValidate
      className={style['form']}
      aria-label={t('web.register')}
      {...files.onForm}
      onInput={onInput}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {narrow && <Progress at={at} of={main} extra={asks && at >= main} />}
      <FormFilesProvider value={files}>
        {here.map((question) => (
          <div key={question.name} data-name={question.name}>
            <QuestionField
              question={question}
              {...words(question.name, chosen.originators)}
              fault={faultOf(question.name)}
              value={draft.typed[question.name]}
              mechanisms={mechanisms}
              chosen={chosen}
              onType={(value) => draft.type(question.name, value)}
            />
            {question.name === 'text' && !secret && (
              <AlikeWhileWriting
                text={text}
                onJoin={chosen.originators && chosen.mayJoin ? ({ number }) => joinTo(number) : undefined}
                // What is answered is read first, on its own page: whoever is joined to it has that answer at once.
                mayJoin={({ mechanism, phase }) => mechanism === chosen.key && phase !== 'answered'}
              />
            )}
            {question.name === 'contact' && written && (
              <p className={style['offered']}>
                <Button onClick={() => draft.type('contact', written.text)}>
                  {t('web.register.contact.written', { contact: written.text })}
                </Button>
              </p>
            )}
            {question.name === 'category' && (
              <SuggestedCategory {...suggestedFor('category')} scheme={chosen.scheme ?? ''} />
            )}
            {question.name === 'lead' && <SuggestedUnit {...suggestedFor('lead')} />}
          </div>
        ))}
      </FormFilesProvider>
      {narrow && !asks && <Answers {...{ questions, main, chosen }} typed={draft.typed} change={setAt} />}
      {into && (
        <p className={style['offered']}>
          {t('web.register.into', { number: into.into })}{' '}
          <Button size="small" onClick={() => joinTo(null)}>
            {t('web.register.into.not')}
          </Button>
        </p>
      )}
      {standing && <Fault error={standing} />}
      <div className={style['acts']}>
        <Button type="primary" htmlType="submit" loading={register.isPending} disabled={!asks && files.unfinished}>
          {t(!asks ? send : at < main ? 'web.register.next' : 'web.register.done-with')}
        </Button>
        {narrow && (!asks || (at > 0 && at < main)) && <Button onClick={back}>{t('web.register.before')}</Button>}
        <span className="faint">
          {t(!asks && files.unfinished ? 'web.files.wait' : secret ? 'web.draft.secret' : 'web.draft.kept')}
        </span>
        <ActHelp kind="register" only={!chosen.mayAssign} />
      </div>
    </form>
  );
}
