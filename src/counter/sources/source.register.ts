import { entrySubject } from '../../ledger/index.ts';
import { sourceNoun } from './source.store.ts';

/** Sources, for `huiyin verify`. */
export const sourceSubject = entrySubject(sourceNoun);
