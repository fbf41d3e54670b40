import { useState } from 'react';
import type { AppealView } from '../../../src/counter/contract.ts';
import style from '../Counter.module.css';
import { Field } from '../Field.tsx';
import { FilesField, type Sent } from '../new/FilesField.tsx';
import { LineNote } from '../LineNote.tsx';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import { cityName } from './cityName.ts';
import { useAppealAct, type OnDone } from './useAppealAct.ts';

type Props = { view: AppealView; onDone: OnDone };

/** A question of the unit's, and the place to answer it; that time goes on afterwards is said where it stands still until then. */
export function ReplyForm({ view, onDone }: Props) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const [coming, setComing] = useState(false);
  const { act, busy, error, waiting } = useAppealAct(view, onDone);
  const question = view.said.findLast(({ kind }) => kind === 'inquire');
  return (
    <form
      className={style['asked']}
      aria-label={t('appeal.reply')}
      onSubmit={(event) => {
        event.preventDefault();
        void act('reply', { text, ...(files.length ? { files: files.map(({ id }) => id) } : {}) });
      }}
    >
      <h2>{t('appeal.asked', { unit: cityName(question, t) })}</h2>
      {question && <p className={style['words']}>{question.text}</p>}
      <Field label={t('appeal.reply')} hint={view.paused ? t('appeal.reply.hint') : undefined}>
        {(control) => (
          <textarea
            {...control}
            required
            maxLength={4000}
            rows={4}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        )}
      </Field>
      <FilesField files={files} onFiles={setFiles} sealed={view.sealed} onSending={setComing} />
      {error && <Trouble error={error} />}
      <LineNote waiting={waiting} />
      <button type="submit" className={style['primary']} disabled={busy || coming}>
        {t('appeal.reply.send')}
      </button>
    </form>
  );
}
