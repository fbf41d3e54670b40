import { useState } from 'react';
import type { AppealView } from '../../../src/counter/contract.ts';
import style from '../Counter.module.css';
import { Field } from '../Field.tsx';
import { FilesField, type Sent } from '../new/FilesField.tsx';
import { LineNote } from '../LineNote.tsx';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import { useAppealAct, type OnDone } from './useAppealAct.ts';

type Props = { view: AppealView; onDone: OnDone };

/** Something to add that nobody asked for: words, and files where the matter takes them. */
export function NoteForm({ view, onDone }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const [coming, setComing] = useState(false);
  const attaching = useAppealAct(view, onDone);
  const { act, busy, error, waiting } = useAppealAct(view, onDone);
  const takes = view.may.includes('attach');
  const done = () => {
    setText('');
    setOpen(false);
  };
  const noted = () => (text.trim() ? act('note', { text }, done) : done());
  const sent = () => setFiles([]);
  // What was taken is not sent again where the words are refused.
  const send = () =>
    files.length
      ? attaching.act('attach', { files: files.map(({ id }) => id) }, () => (sent(), void noted()))
      : noted();
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
        void send();
      }}
    >
      <Field label={t('appeal.note')}>
        {(control) => (
          <textarea
            {...control}
            required={files.length === 0}
            maxLength={4000}
            rows={3}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        )}
      </Field>
      {takes && <FilesField files={files} onFiles={setFiles} sealed={view.sealed} onSending={setComing} />}
      {(attaching.error ?? error) && <Trouble error={(attaching.error ?? error)!} />}
      <LineNote waiting={attaching.waiting || waiting} />
      <button type="submit" className={style['primary']} disabled={busy || attaching.busy || coming}>
        {t('appeal.note.send')}
      </button>
    </form>
  );
}
