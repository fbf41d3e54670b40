import { useMemo } from 'react';
import { useT } from '../i18n/language.tsx';
import style from './Changes.module.css';
import { wordDiff } from './wordDiff.ts';

type Props = { from: string; to: string; side: 'from' | 'to' };

/** One of two texts, with the words marked that the other does not have. */
export function Marked({ from, to, side }: Props) {
  const t = useT();
  const other = side === 'from' ? 'new' : 'gone';
  const stretches = useMemo(() => wordDiff(from, to).filter(({ kind }) => kind !== other), [from, to, other]);
  // Texts of which nothing stayed are better read plain.
  if (!stretches.some(({ kind }) => kind === 'same')) return <>{side === 'from' ? from : to}</>;
  return stretches.map(({ kind, text }, i) => {
    if (kind === 'same') return <span key={i}>{text}</span>;
    const Mark = kind === 'gone' ? 'del' : 'ins';
    return (
      <Mark key={i} className={style[kind]} title={t(`story.marked.${kind}`)}>
        {text}
      </Mark>
    );
  });
}
