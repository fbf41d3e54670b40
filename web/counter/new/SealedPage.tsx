import { useState } from 'react';
import { uuidv7 } from '../../act-id.ts';
import type { AppealRaised, Counter } from '../../../src/counter/contract.ts';
import { passCode } from '../../../src/directory/originators/pass.rules.ts';
import { api } from '../../api.ts';
import { useUntilTyped } from '../../problems/useUntilTyped.ts';
import { useSending } from '../ask.ts';
import { ofCity } from '../city.ts';
import style from '../Counter.module.css';
import { Field } from '../Field.tsx';
import { LineNote } from '../LineNote.tsx';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import { FilesField, type Sent } from './FilesField.tsx';
import { SentNote } from './SentNote.tsx';

/** Who it is, drawn once, so that sending again is sending the same. Nothing of it is kept in the browser: the phone may be somebody else's. */
const fresh = () => ({
  id: uuidv7(),
  by: uuidv7(),
  pass: passCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
});

/** Telling what named people alone will read, without a name: one question, files if there are any, no contact. */
export function SealedPage({ open }: { open: Counter }) {
  const { t, named } = useWords();
  const [own] = useState(fresh);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const [coming, setComing] = useState(false);
  const [raised, setRaised] = useState<AppealRaised | null>(null);
  const sending = useSending();
  const { standing, onInput } = useUntilTyped(sending.error);
  const [mechanism] = open.sealed;
  if (!mechanism) return <p className={style['note']}>{t('sealed.closed')}</p>;
  if (raised) return <SentNote {...raised} pass={own.pass} promises={[]} sealed />;
  const send = async () => {
    const by = { id: own.by, pass: own.pass };
    const told = { text, files: files.map(({ id }) => id), unnamed: true, confidential: true };
    const body = { id: own.id, mechanism: mechanism.key, ...told, by };
    setRaised(await api.act<AppealRaised>(ofCity('/api/counter/appeals'), body));
    scrollTo(0, 0);
  };
  return (
    <>
      <h1>{t('sealed.title', { name: named(mechanism.name) })}</h1>
      <p className={style['lead']}>{t('sealed.lead')}</p>
      <p className={style['note']}>{mechanism.elsewhere ? named(mechanism.elsewhere) : t('sealed.elsewhere')}</p>
      <form
        className={style['form']}
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void sending.run(send);
        }}
      >
        <Field label={t('sealed.text')} hint={t('sealed.text.hint')}>
          {(control) => (
            <textarea
              {...control}
              required
              minLength={4}
              maxLength={4000}
              rows={8}
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <FilesField files={files} onFiles={setFiles} by={own.by} sealed onSending={setComing} />
        <p className="quiet">{t('sealed.files.hint')}</p>
        {standing && <Trouble error={standing} />}
        <LineNote waiting={sending.waiting} />
        <button type="submit" className={style['primary']} disabled={sending.busy || coming}>
          {t(sending.busy && !sending.waiting ? 'appeal.sending' : 'sealed.send')}
        </button>
      </form>
      <p className="quiet">{t('sealed.limits')}</p>
    </>
  );
}
