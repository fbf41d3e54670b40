import { useSyncExternalStore } from 'react';

const touch = window.matchMedia('(pointer: coarse)');

const subscribe = (told: () => void): (() => void) => {
  touch.addEventListener('change', told);
  return () => touch.removeEventListener('change', told);
};

/** Whether the page is used with a finger: then there is a camera, and an album. */
export const useTouch = (): boolean => useSyncExternalStore(subscribe, () => touch.matches);
