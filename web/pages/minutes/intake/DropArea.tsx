import { useId, useState, type DragEvent } from 'react';
import { Icon } from '../../../frame/Icon.tsx';
import { useT } from '../../../i18n/language.tsx';
import style from './Intake.module.css';

const ACCEPT = '.txt,.docx,.pdf,text/plain,application/pdf';

/** The whole area takes a dropped file; the button inside does the same by hand and keyboard. */
export function DropArea({ busy, take }: { busy: boolean; take: (file: File) => void }) {
  const t = useT();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) take(file);
  };
  return (
    <div
      className={style['drop']}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="minutes" size={28} />
      <p className={style['ask']}>{t('documents.minutes.drop')}</p>
      <label className={style['choose']} htmlFor={id} data-busy={busy}>
        {t('documents.minutes.choose')}
        <input
          id={id}
          className="unseen"
          type="file"
          accept={ACCEPT}
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) take(file);
            event.target.value = '';
          }}
        />
      </label>
      <p className="faint">{t('documents.minutes.formats')}</p>
    </div>
  );
}
