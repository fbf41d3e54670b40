import type { ActKind } from '../../mechanism/index.ts';

/**
 * Acts that say something of a matter and do none of its work: whoever did nothing else has it not in hand. A head who reminds a
 * colleague by a note leaves it with them.
 */
export const ONLY_SAYS: readonly ActKind[] = ['note'];
