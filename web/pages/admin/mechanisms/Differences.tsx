import { useMemo } from 'react';
import { useT } from '../../../i18n/language.tsx';
import style from '../Admin.module.css';
import { around, diffLines, type DiffLine } from './diff.ts';
import diff from './Differences.module.css';

const CONTEXT = 2;
const SIGN = { same: ' ', gone: '−', new: '+' } as const;

type Props = { isCopy: boolean; before: string; after: string };

/** How the text differs from the version in force, or from what it was copied from: what went, what came, and two lines around. */
export function Differences({ isCopy, before, after }: Props) {
  const t = useT();
  const title = t(isCopy ? 'admin.mechanism.copy.differences' : 'admin.mechanism.differences');
  const lines = useMemo(() => around(diffLines(before, after), CONTEXT), [before, after]);
  return (
    <section className={style['section']} aria-labelledby="differences">
      <h2 id="differences">{title}</h2>
      <div className={diff['frame']}>
        <table className={diff['table']}>
          <caption className="unseen">{title}</caption>
          <tbody>
            {lines.map((line, n) => (
              <Line key={n} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Line({ line }: { line: DiffLine | null }) {
  const t = useT();
  if (!line)
    return (
      <tr>
        <td colSpan={3} className={diff['left-out']}>
          …
        </td>
      </tr>
    );
  return (
    <tr data-kind={line.kind}>
      <td className={diff['number']}>{line.now ?? line.old}</td>
      <td aria-label={line.kind === 'same' ? undefined : t(`admin.mechanism.line.${line.kind}`)}>{SIGN[line.kind]}</td>
      <td className={diff['text']}>{line.text}</td>
    </tr>
  );
}
