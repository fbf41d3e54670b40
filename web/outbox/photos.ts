import { storeOf, type Owner } from './database.ts';
import type { Waiting } from './store.ts';

export type Photo = Waiting['photos'][number];

/** Photographs chosen in a form that was not sent yet: too large to lie with its words. */
type Chosen = Owner & { draft: string; photos: readonly Photo[] };

const chosen = storeOf<Chosen>('huiyin-photos', 'drafts', 'draft');
const isOf = (owner: Owner) => (one: Chosen) => one.seat === owner.seat && one.account === owner.account;

/** Keeps what is chosen in a form now; nothing where there is nothing any more. */
export const keepPhotos = (owner: Owner, draft: string, photos: readonly Photo[]): Promise<void> =>
  photos.length ? chosen.put({ ...owner, draft, photos }) : chosen.remove(draft);

/** What was chosen in a form before; undefined where nothing was. */
export async function photosIn(owner: Owner, draft: string): Promise<readonly Photo[] | undefined> {
  const found = await chosen.get(draft);
  return found && isOf(owner)(found) ? found.photos : undefined;
}

/** The forms in which somebody has chosen photographs. */
export const draftsWithPhotos = async (owner: Owner): Promise<string[]> =>
  (await chosen.all()).filter(isOf(owner)).map(({ draft }) => draft);

export const dropPhotos = (draft: string): Promise<void> => chosen.remove(draft);
