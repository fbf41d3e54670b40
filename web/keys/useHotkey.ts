import { useEffect, useEffectEvent } from 'react';

/** Whether the person is typing, so that letters are letters. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** Whether a list of choices is open, which Escape closes first. */
const choosing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';

/** Whether a closed list of choices has the focus: it would take Enter to open itself, also with Ctrl, by which a form is sent. */
const wouldOpen = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && !choosing(target) && target.closest('.ant-select') !== null;

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
  const pressedFirst = useEffectEvent((event: KeyboardEvent) => {
    if (!key.startsWith('mod+') || !wouldOpen(event.target) || event.isComposing || !fits(key, event)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressedFirst, true);
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressedFirst, true);
      document.removeEventListener('keydown', pressed);
    };
  }, []);
}

function fits(key: string, event: KeyboardEvent): boolean {
  const mod = event.metaKey || event.ctrlKey;
  if (key === 'Escape') return event.key === key && !choosing(event.target);
  if (key.startsWith('mod+')) return mod && event.key.toLowerCase() === key.slice('mod+'.length);
  return !mod && !event.altKey && event.key === key && !typing(event.target);
}
