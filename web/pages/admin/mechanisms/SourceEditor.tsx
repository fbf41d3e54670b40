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

/**
 * The text of a file with its lines numbered; lines with a fault are marked, and long ones go on below. The same text stands
 * unseen behind the one that is typed, line by line: so each number stands where its line begins, and the frame is as high.
 */
export function SourceEditor({ ref, label, value, faulty, onType }: Props) {
  return (
    <div className={style['frame']}>
      <ol className={style['lines']} aria-hidden="true">
        {value.split('\n').map((line, n) => (
          <li key={n} data-faulty={faulty.includes(n + 1)}>
            <span className={style['number']}>{n + 1}</span>
            <span className={style['behind']}>{`${line} `}</span>
          </li>
        ))}
      </ol>
      <textarea
        ref={ref}
        className={style['text']}
        aria-label={label}
        rows={1}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        wrap="soft"
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
  const behind = editor.parentElement?.querySelector(`li:nth-child(${line})`);
  scrollTo({ top: (behind ?? editor).getBoundingClientRect().top + scrollY - innerHeight / 3 });
}
