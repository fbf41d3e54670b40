import { useEffect, useState } from 'react';
import type { Owner } from './database.ts';
import { dropPhotos, keepPhotos, photosIn, type Photo } from './photos.ts';

/**
 * The photographs of one form, kept on this machine until it is done, like its words: whoever closes the form by a wrong touch, or whose
 * tab goes, finds them again. `full`: there is no room for what was chosen last.
 */
export function usePhotos({ seat, account }: Owner, draft: string, begin: readonly Photo[]) {
  const [photos, setPhotos] = useState(begin);
  const [full, setFull] = useState(false);
  useEffect(() => {
    let open = true;
    photosIn({ seat, account }, draft).then(
      (found) => open && found && setPhotos(found),
      () => {},
    );
    return () => void (open = false);
  }, [seat, account, draft]);
  const choose = (next: readonly Photo[]) => {
    setPhotos(next);
    keepPhotos({ seat, account }, draft, next).then(
      () => setFull(false),
      () => setFull(true),
    );
  };
  /** Once they lie elsewhere. */
  const clear = () => void dropPhotos(draft).catch(() => {});
  return { photos, choose, clear, full };
}
