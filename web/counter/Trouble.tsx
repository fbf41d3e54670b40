import { useEffect, useRef, useState } from 'react';
import { api, ApiProblem } from '../api.ts';
import style from './Counter.module.css';
import { useLooking } from './useLooking.ts';
import { useWords } from './words.tsx';

/**
 * What went wrong, what is right, and a number to quote. Shown, it is read out and scrolled to. That there is no line is said as long as there is
 * none: once it is back, what was asked is asked again, and what was to be sent waits for whoever sends it.
 */
export function Trouble({ error, onAgain }: { error: Error; onAgain?: () => void }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Its promise, which newer browsers give, is no way to end an effect.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const [back, setBack] = useState<Error | null>(null);
  useLooking(isNoLine(error) && back !== error, async (signal) => {
    await api.get('/api/health', signal);
    setBack(error);
    onAgain?.();
  });
  if (back === error) return null;
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

const isNoLine = (error: Error): boolean => error instanceof ApiProblem && error.problem.code === 'web.no-line';

function wordsOf(error: Error, t: ReturnType<typeof useWords>['t']): string[] {
  if (!(error instanceof ApiProblem)) return [t('appeal.fault')];
  const { status, detail, errors, instance } = error.problem;
  if (isNoLine(error)) return [t('appeal.no-line')];
  if (status >= 500) return [t('appeal.fault'), ...(instance ? [t('appeal.fault.number', { instance })] : [])];
  const each = errors?.map((one) => one.detail) ?? [];
  return each.length ? each : [detail ?? t('appeal.fault')];
}
