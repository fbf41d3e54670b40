import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 720px)');

const subscribe = (told: () => void): (() => void) => {
  narrow.addEventListener('change', told);
  return () => narrow.removeEventListener('change', told);
};

/** Whether the page is as narrow as a phone, where it is laid out otherwise. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
