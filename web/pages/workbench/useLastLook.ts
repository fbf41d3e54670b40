import { useEffect, useState } from 'react';

/**
 * When this seat last looked at its workbench on this machine, as it was on arrival; undefined the first time. The mark
 * moves on when the page is left, so that what is new stays marked while one works through it.
 */
export function useLastLook(seat: string): string | undefined {
  const key = `huiyin.looked.${seat}`;
  const [before] = useState(() => localStorage.getItem(key) ?? undefined);
  useEffect(() => {
    const leave = () => localStorage.setItem(key, new Date().toISOString());
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [key]);
  return before;
}
