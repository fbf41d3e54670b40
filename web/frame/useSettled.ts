import { useEffect, useState } from 'react';

/** How long nothing is typed before it is asked for. */
const PAUSE_MS = 200;

/** What is being typed, as it stood when a pause was made. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
