import { useEffect, useState } from 'react';

type Step = 'what' | 'who';

/**
 * Which step somebody is at, kept in the history of the tab: a phone's way back leads from the second step to the first, and not out of what
 * is being written. `begun`: whether something was written before the page was loaded, which goes on where it was.
 */
export function useStep(begun: boolean): [step: Step, on: () => void] {
  const [step, setStep] = useState<Step>(() => (begun ? stepIn(history.state) : 'what'));
  useEffect(() => {
    const moved = () => setStep(stepIn(history.state));
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  const on = () => {
    if (stepIn(history.state) === 'what') history.pushState({ step: 'who' } satisfies { step: Step }, '');
    setStep('who');
    scrollTo(0, 0);
  };
  return [step, on];
}

const stepIn = (state: unknown): Step =>
  typeof state === 'object' && state !== null && 'step' in state && state.step === 'who' ? 'who' : 'what';
