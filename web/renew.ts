import { isReachable } from './reach.ts';

const KEY = 'huiyin.renewed';
const ONCE_IN_MS = 60_000;

/**
 * A page kept open over an update asks for parts that are no longer there. Then the whole page is fetched anew, once; what
 * was typed is kept by its forms. Without a line nothing can be fetched anew, and the page that is there would be gone.
 */
export function renewWhenStale(): void {
  addEventListener('vite:preloadError', () => void renew());
}

async function renew(): Promise<void> {
  if (!(await isReachable())) return;
  if (Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) < ONCE_IN_MS) return;
  sessionStorage.setItem(KEY, String(Date.now()));
  location.reload();
}
