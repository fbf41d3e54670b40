import { useEffect, useState } from 'react';

/** Whether the page has had nothing else to do since it was drawn: what is not in sight yet may be prepared now. */
export function useWhenIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const asked = requestIdleCallback(() => setIdle(true));
    return () => cancelIdleCallback(asked);
  }, []);
  return idle;
}
