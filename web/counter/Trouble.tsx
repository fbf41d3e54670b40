import { useEffect, useRef } from 'react';
import { ApiProblem } from '../api.ts';
import style from './Counter.module.css';
import { useWords } from './words.tsx';

/** What went wrong, what is right, and a number to quote. Shown, it is read out and scrolled to. */
export function Trouble({ error, onAgain }: { error: Error; onAgain?: () => void }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Its promise, which newer browsers give, is no way to end an effect.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div ref={box} className={style['trouble']} role="alert">
      {wordsOf(error, t).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {onAgain && (
        <button type="button" className={style['plain']} onClick={onAgain}>
          {t('appeal.again')}
        </button>
      )}
    </div>
  );
}

function wordsOf(error: Error, t: ReturnType<typeof useWords>['t']): string[] {
  if (!(error instanceof ApiProblem)) return [t('appeal.fault')];
  const { code, status, detail, errors, instance } = error.problem;
  if (code === 'web.no-line') return [t('appeal.no-line')];
  if (status >= 500) return [t('appeal.fault'), ...(instance ? [t('appeal.fault.number', { instance })] : [])];
  const each = errors?.map((one) => one.detail) ?? [];
  return each.length ? each : [detail ?? t('appeal.fault')];
}
