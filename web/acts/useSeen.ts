import { useEffect, useState } from 'react';

/** So long news must have stood before somebody's eyes before what they send counts as sent in their knowledge. */
const READ_MS = 2_000;

/**
 * Up to which act the person has seen the matter on which they write: as it was when the form opened, and news once they have
 * stood in the form for a moment. Whatever is sent sooner the server judges by what was known before.
 */
export function useSeen(opened: number, now: number): { seen: number; read: (seq: number) => void } {
  const [seen, setSeen] = useState(opened);
  useEffect(() => {
    if (now <= seen) return undefined;
    const timer = setTimeout(() => setSeen(now), READ_MS);
    return () => clearTimeout(timer);
  }, [now, seen]);
  return { seen, read: (seq) => setSeen((had) => Math.max(had, seq)) };
}
