import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';

const others = {
  name: 'counter.files-of-others',
  text: `select true as here from unnest($2::uuid[]) as given (id)
    where not exists (select from file f where f.city = $1 and f.id = given.id and f.uploaded_by = $3) limit 1`,
};

/** Whether all these files were uploaded by this originator. */
export const filesAreOf = async (tx: Tx, city: number, files: readonly Uuid[], originator: Uuid): Promise<boolean> =>
  files.length === 0 || (await tx.run(others, [city, files, originator])).length === 0;
