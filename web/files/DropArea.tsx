import { useId, useState, type DragEvent } from 'react';
import { Icon, type IconName } from '../frame/Icon.tsx';
import style from './DropArea.module.css';
import { useTouch } from './useTouch.ts';

type Props = {
  icon: IconName;
  /** What the browser's own dialogue offers, e.g. `.xlsx,.csv`. */
  accept: string;
  words: { ask: string; choose: string; formats: string };
  busy: boolean;
  take: (file: File) => void;
};

/** The whole area takes a dropped file; the button inside does the same by hand and keyboard. */
export function DropArea({ icon, accept, words, busy, take }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const touch = useTouch();
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
      <Icon name={icon} size={28} />
      {/* Nothing is dragged with a finger. */}
      {!touch && <p className={style['ask']}>{words.ask}</p>}
      <label className={style['choose']} htmlFor={id} data-busy={busy}>
        {words.choose}
        <input
          id={id}
          className="unseen"
          type="file"
          accept={accept}
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) take(file);
            event.target.value = '';
          }}
        />
      </label>
      <p className="faint">{words.formats}</p>
    </div>
  );
}
