import { makeListeners } from './listeners.ts';

/**
 * What is said to the person after an act, in view and to a screen reader; one sentence at a time. `heard`: to a screen reader alone, as it
 * stands on the page already.
 */
export type Announcement = { text: string; tone: 'done' | 'fault' | 'heard'; at: number };

let current: Announcement | null = null;
const listeners = makeListeners();

export function announce(text: string, tone: Announcement['tone'] = 'done'): void {
  current = { text, tone, at: Date.now() };
  listeners.tell();
}

export const currentAnnouncement = (): Announcement | null => current;

export const onAnnouncement = listeners.subscribe;
