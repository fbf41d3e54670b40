import { useEffect, useEffectEvent } from 'react';

/** Whether the person is typing, so that letters are letters. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** Whether a list of choices is open, which Escape closes first. */
const choosing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';

/**
 * Runs `act` when a key is pressed: a single character outside of fields (`?`, `j`); `Escape` or `mod+k` (⌘ on a Mac,
 * Ctrl elsewhere) anywhere.
 */
export function useHotkey(key: string, act: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented || !fits(key, event)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function fits(key: string, event: KeyboardEvent): boolean {
  const mod = event.metaKey || event.ctrlKey;
  if (key === 'Escape') return event.key === key && !choosing(event.target);
  if (key.startsWith('mod+')) return mod && event.key.toLowerCase() === key.slice('mod+'.length);
  return !mod && !event.altKey && event.key === key && !typing(event.target);
}
