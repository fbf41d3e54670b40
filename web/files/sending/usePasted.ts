import { useEffect, useEffectEvent } from 'react';

/**
 * Files pasted while the form is open. Where the clipboard holds words as well (a cell of a table comes with its picture), the words
 * are meant.
 */
export function usePasted(take: ((files: File[]) => void) | null): void {
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    const carried = event.clipboardData;
    if (!take || !carried?.files.length || carried.types.includes('text/plain')) return;
    event.preventDefault();
    take([...carried.files]);
  });
  useEffect(() => {
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, []);
}
