import { useState } from 'react';
import type { AppealView } from '../../../src/counter/contract.ts';
import style from '../Counter.module.css';
import { Field } from '../Field.tsx';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import { useAppealAct } from './useAppealAct.ts';

type Props = { view: AppealView; onDone: (view: AppealView) => void };

/** Something to add that nobody asked for. */
export function NoteForm({ view, onDone }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const { act, busy, error } = useAppealAct(view, onDone);
  const done = () => {
    setText('');
    setOpen(false);
  };
  if (!open)
    return (
      <button type="button" className={style['plain']} onClick={() => setOpen(true)}>
        {t('appeal.note')}
      </button>
    );
  return (
    <form
      className={style['form']}
      aria-label={t('appeal.note')}
      onSubmit={(event) => {
        event.preventDefault();
        void act('note', { text }, done);
      }}
    >
      <Field label={t('appeal.note')}>
        {(control) => (
          <textarea
            {...control}
            required
            maxLength={4000}
            rows={3}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        )}
      </Field>
      {error && <Trouble error={error} />}
      <button type="submit" className={style['primary']} disabled={busy}>
        {t('appeal.note.send')}
      </button>
    </form>
  );
}
