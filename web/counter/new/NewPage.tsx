import { useState } from 'react';
import type { AppealRaised, Counter, CounterSession } from '../../../src/counter/contract.ts';
import { api } from '../../api.ts';
import { useUntilTyped } from '../../problems/useUntilTyped.ts';
import { ofCity } from '../city.ts';
import { useSending } from '../ask.ts';
import style from '../Counter.module.css';
import { LineNote } from '../LineNote.tsx';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import { dropDraft, keepDraft, keptDraft, type Draft } from './draft.ts';
import { SentNote } from './SentNote.tsx';
import { useStep } from './useStep.ts';
import { WhatStep } from './WhatStep.tsx';
import { WhoStep } from './WhoStep.tsx';

type Props = { open: Counter; who: CounterSession | null };

/** Raising an appeal, in two steps: what it is about; who raises it and who may know. */
export function NewPage({ open, who }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState(keptDraft);
  const [step, goOn] = useStep(draft.text !== '');
  const [raised, setRaised] = useState<{ number: string; id: string; pass: string | null } | null>(null);
  const sending = useSending();
  const { standing, onInput } = useUntilTyped(sending.error);
  const [mechanism] = open.mechanisms;
  const change = (more: Partial<Draft>) => {
    const next = { ...draft, ...more };
    setDraft(next);
    keepDraft(next);
  };
  const send = async () => {
    const { number, id } = await api.act<AppealRaised>(ofCity('/api/counter/appeals'), {
      id: draft.id,
      ...bodyOf(draft, mechanism!.key, who !== null),
    } as { id: string });
    dropDraft();
    setRaised({ number, id, pass: who ? null : draft.pass });
    scrollTo(0, 0);
  };
  if (!mechanism) return <p className={style['note']}>{t('appeal.home.closed')}</p>;
  if (raised) return <SentNote {...raised} promises={mechanism.promises} />;
  return (
    <>
      <h1>{t('appeal.new')}</h1>
      <p className="quiet" aria-live="polite">
        {t(`appeal.step.${step}`)}
      </p>
      <form
        className={style['form']}
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          if (step === 'what') goOn();
          else void sending.run(send);
        }}
      >
        {step === 'what' ? (
          <WhatStep
            draft={draft}
            onChange={change}
            signedIn={who !== null}
            categories={mechanism.categories}
            places={open.places}
            map={open.map}
          />
        ) : (
          <WhoStep draft={draft} onChange={change} who={who} />
        )}
        {standing && <Trouble error={standing} />}
        <LineNote waiting={sending.waiting} />
        <button type="submit" className={style['primary']} disabled={sending.busy}>
          {t(step === 'what' ? 'appeal.next' : sending.busy && !sending.waiting ? 'appeal.sending' : 'appeal.send')}
        </button>
        {step === 'who' && (
          <button type="button" className={style['plain']} onClick={() => history.back()}>
            {t('appeal.back')}
          </button>
        )}
      </form>
    </>
  );
}

/** The appeal as the interface takes it. */
function bodyOf(draft: Draft, mechanism: string, signedIn: boolean): object {
  const { text, place, here, category, files, confidential, unnamed, consents, same } = draft;
  const { kind, enterprise, contact, by, pass } = draft;
  const given = {
    mechanism,
    text,
    place: place || null,
    point: here && { longitude: here.longitude, latitude: here.latitude },
    category: category || null,
    files: files.map(({ id }) => id),
    confidential,
    unnamed,
    // What is confidential is not published, whatever was said before.
    ...(consents === null || confidential ? {} : { consents }),
    ...(same ? { same } : {}),
  };
  const code = kind === 'enterprise' && enterprise ? enterprise : null;
  return signedIn ? given : { ...given, by: { id: by, pass, kind, enterprise: code, contact: contact || null } };
}
