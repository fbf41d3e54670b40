import { createContext, use } from 'react';

export type Side = 'source' | 'draft';

/** The item that somebody points at, and the way from it to its place on the other side. */
export type Link = { active: string | null; jump: (id: string, from: Side) => void };

export const LinkContext = createContext<Link>({ active: null, jump: () => undefined });
export const useLink = (): Link => use(LinkContext);

/** The element of an item on a side; both sides stand on one page at most once. */
export const anchorOf = (id: string, side: Side): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-side='${side}'] [data-anchor='${id}']`);
