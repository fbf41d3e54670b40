import { useEffect, useEffectEvent } from 'react';

/** Whether the person is typing, so that letters are letters. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/**
 * Runs `act` when a key is pressed: a single character outside of fields (`?`, `j`), or `mod+k` (⌘ on a Mac, Ctrl
 * elsewhere) anywhere.
 */
export function useHotkey(key: string, act: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const mod = event.metaKey || event.ctrlKey;
    const wanted = key.startsWith('mod+')
      ? mod && event.key.toLowerCase() === key.slice(4)
      : !mod && !event.altKey && event.key === key;
    if (!wanted || event.isComposing || (!mod && typing(event.target))) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
