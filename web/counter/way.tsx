import { useSyncExternalStore, type MouseEvent, type ReactNode } from 'react';
import { ofCity } from './city.ts';

const MOVED = 'huiyin:moved';

/** Goes to another of these pages. */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', ofCity(path));
  else history.replaceState(null, '', ofCity(path));
  dispatchEvent(new Event(MOVED));
  if (how === 'push') scrollTo(0, 0);
}

function watch(moved: () => void): () => void {
  addEventListener('popstate', moved);
  addEventListener(MOVED, moved);
  return () => {
    removeEventListener('popstate', moved);
    removeEventListener(MOVED, moved);
  };
}

/** Where the reader is, as the path after `/appeal`: `''`, `/new`, `/follow`; `/clue` has an address of its own, short enough for a poster. */
export const usePlace = (): string =>
  useSyncExternalStore(watch, () => location.pathname.replace(/^\/appeal/u, '').replace(/\/$/u, ''));

type Props = { to: string; className?: string | undefined; children: ReactNode };

/** A link between these pages: followed without loading anew, and opened in a new tab as any other. */
export function Way({ to, className, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={ofCity(to)} className={className} onClick={follow}>
      {children}
    </a>
  );
}
