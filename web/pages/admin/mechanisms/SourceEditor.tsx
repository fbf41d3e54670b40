import type { Ref } from 'react';
import style from './SourceEditor.module.css';

type Props = {
  ref: Ref<HTMLTextAreaElement>;
  label: string;
  value: string;
  /** Lines with a fault, counted from 1. */
  faulty: readonly number[];
  onType: (text: string) => void;
};

/** The text of a file with its lines numbered; lines with a fault are marked. */
export function SourceEditor({ ref, label, value, faulty, onType }: Props) {
  const lines = value.split('\n').length;
  return (
    <div className={style['frame']}>
      <div className={style['numbers']} aria-hidden="true">
        {Array.from({ length: lines }, (_, n) => (
          <span key={n} data-faulty={faulty.includes(n + 1)}>
            {n + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={ref}
        className={style['text']}
        aria-label={label}
        rows={lines}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        wrap="off"
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}

/** Puts the cursor at the beginning of a line, counted from 1, and brings it into view. */
export function goToLine(editor: HTMLTextAreaElement | null, line: number): void {
  if (!editor) return;
  const before = editor.value.split('\n').slice(0, line - 1);
  const start = before.join('\n').length + (line > 1 ? 1 : 0);
  const end = editor.value.indexOf('\n', start);
  editor.focus({ preventScroll: true });
  editor.setSelectionRange(start, end < 0 ? editor.value.length : end);
  const height = editor.scrollHeight / editor.value.split('\n').length;
  scrollTo({ top: editor.getBoundingClientRect().top + scrollY + height * (line - 1) - innerHeight / 3 });
}
