import { useState } from 'react';
import { api } from '../api.ts';
import { useT } from '../i18n/language.tsx';
import { Icon } from '../frame/Icon.tsx';
import { faultText } from '../problems/faultText.ts';
import type { FileReceipt } from './receipt.ts';
import { sizeText } from './sizeText.ts';
import style from './FilesField.module.css';

type Kept = Pick<FileReceipt, 'id' | 'name' | 'size'>;
type Props = { id: string; describedBy: string | undefined; value: readonly Kept[]; onChange: (files: Kept[]) => void };

/** Takes files by choosing, dropping or the phone's camera, and sends each at once, so that the act only names them. */
export function FilesField({ id, describedBy, value, onChange }: Props) {
  const t = useT();
  const [going, setGoing] = useState<string[]>([]);
  const [fault, setFault] = useState<string | null>(null);

  const take = async (list: FileList | null) => {
    const files = [...(list ?? [])];
    setFault(null);
    setGoing(files.map((file) => file.name));
    const taken: Kept[] = [];
    for (const file of files) {
      try {
        const { id: fileId, name, size } = await api.file('/api/files', file);
        taken.push({ id: fileId, name, size });
      } catch (error) {
        setFault(t('web.files.not-taken', { name: file.name, why: faultText(t, error) }));
      }
      setGoing((left) => left.slice(1));
    }
    if (taken.length) onChange([...value, ...taken]);
  };

  return (
    <div
      className={style['drop']}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files);
      }}
    >
      <label className={style['choose']}>
        <Icon name="clip" />
        {t('web.files.choose')}
        <input
          id={id}
          type="file"
          multiple
          aria-describedby={describedBy}
          className="unseen"
          onChange={(event) => {
            const field = event.target;
            void take(field.files).then(() => {
              field.value = '';
            });
          }}
        />
      </label>
      <ul className={style['files']}>
        {value.map((file) => (
          <li key={file.id}>
            {file.name} <span className="faint">{sizeText(file.size)}</span>
            <button
              type="button"
              aria-label={t('web.files.remove', { name: file.name })}
              onClick={() => onChange(value.filter((other) => other.id !== file.id))}
            >
              ×
            </button>
          </li>
        ))}
        {going.map((name) => (
          <li key={name} className="quiet">
            {t('web.files.going', { name })}
          </li>
        ))}
      </ul>
      {fault && (
        <p role="alert" className={style['fault']}>
          {fault}
        </p>
      )}
    </div>
  );
}
