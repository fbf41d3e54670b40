import { isUuid, refuse, type Uuid } from '../../kernel/index.ts';

/** Where a list goes on: after this instant (text, exact) and id. Readers see it as one opaque word. */
export type Cursor = { readonly at: string; readonly id: Uuid };

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,6}Z|infinity|)$/u;

/** A place in a list as it stands in an address; read back by {@link cursorOf}. */
export const cursorText = (cursor: Cursor): string => Buffer.from(`${cursor.at} ${cursor.id}`).toString('base64url');

/** Reads a cursor back; null for none. Refuses one that was not made here. */
export function cursorOf(text: string | undefined): Cursor | null {
  if (text === undefined || text === '') return null;
  const [at, id] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  if (at === undefined || id === undefined || !INSTANT.test(at) || !isUuid(id))
    return refuse('matter.cursor-unreadable', {}, { status: 400, pointer: 'after' });
  return { at, id };
}
