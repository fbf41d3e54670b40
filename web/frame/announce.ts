/**
 * What is said to the person after an act, in view and to a screen reader; one sentence at a time. `heard`: to a screen reader alone, as it
 * stands on the page already.
 */
export type Announcement = { text: string; tone: 'done' | 'fault' | 'heard'; at: number };

let current: Announcement | null = null;
const listeners = new Set<() => void>();

export function announce(text: string, tone: Announcement['tone'] = 'done'): void {
  current = { text, tone, at: Date.now() };
  for (const listener of listeners) listener();
}

export const currentAnnouncement = (): Announcement | null => current;

export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
