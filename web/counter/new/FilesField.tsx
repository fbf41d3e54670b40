import { useEffect, useRef } from 'react';
import { MOST_BYTES, MOST_FILES } from '../../../src/counter/files.rules.ts';
import { ACCEPTED } from '../../../src/platform/files/media.rules.ts';
import { uuidv7 } from '../../act-id.ts';
import { api, query } from '../../api.ts';
import { ofCity } from '../city.ts';
import { useDoing } from '../ask.ts';
import style from '../Counter.module.css';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import { shrunk } from './shrink.ts';

export type Sent = { readonly id: string; readonly name: string };
/** Whatever the camera gives is made a JPEG before it is sent. */
const KINDS = `image/*,${ACCEPTED}`;

type Props = {
  files: readonly Sent[];
  onFiles: (files: readonly Sent[]) => void;
  by?: string;
  /** For what named seats alone are to read. */
  sealed?: boolean;
  /** Told while one is on its way: what is sent off now would go without it. */
  onSending?: (sending: boolean) => void;
};

/** Pictures and papers, sent while one goes on writing. `by`: who will raise it, where nobody has signed in. */
export function FilesField({ files, onFiles, by, sealed = false, onSending }: Props) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const sending = useDoing();
  const { busy } = sending;
  useEffect(() => onSending?.(busy), [busy, onSending]);
  const take = async (chosen: readonly File[]) => {
    let taken = files;
    if (taken.length + chosen.length > MOST_FILES) throw new TooMuch(t('appeal.files.most', { n: MOST_FILES }));
    for (const one of chosen) {
      const file = await shrunk(one, sealed);
      if (file.size > MOST_BYTES)
        throw new TooMuch(t('appeal.files.too-large', { name: one.name, mb: MOST_BYTES / 1024 / 1024 }));
      const sent = await (sealed ? api.sealedFile<Sent> : api.file<Sent>)(
        ofCity(`/api/counter/files${query({ id: uuidv7(), by, sealed: sealed ? 'true' : undefined })}`),
        file,
      );
      taken = [...taken, { id: sent.id, name: sent.name }];
      onFiles(taken);
    }
  };
  return (
    <div className={style['files']}>
      <button type="button" className={style['plain']} disabled={sending.busy} onClick={() => input.current?.click()}>
        {t(sending.busy ? 'appeal.files.sending' : 'appeal.files.add')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={KINDS}
        aria-label={t('appeal.files.add')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          void sending.run(() => take(chosen));
        }}
      />
      {files.length > 0 && (
        <ul>
          {files.map(({ id, name }) => (
            <li key={id}>
              {name}
              <button
                type="button"
                className={style['quietButton']}
                aria-label={t('appeal.files.remove', { name })}
                onClick={() => onFiles(files.filter((file) => file.id !== id))}
              >
                {t('appeal.files.take-away')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {sending.error &&
        (sending.error instanceof TooMuch ? (
          <p className={style['wrong']} role="alert">
            {sending.error.message}
          </p>
        ) : (
          <Trouble error={sending.error} />
        ))}
    </div>
  );
}

/** What is too many or too large is not sent at all. */
class TooMuch extends Error {}
