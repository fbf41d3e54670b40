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

const unattached = {
  name: 'counter.files-unattached',
  text: `with gone as (
      select f.id from file f
      where f.city = $1 and f.created_at < $2 and f.created_at >= $3 and f.uploaded_by is not null
        and not exists (select from attachment a where a.city = f.city and a.file = f.id)
        and (f.kept is not null or not exists (select from seat s where s.city = f.city and s.id = f.uploaded_by))
      order by f.created_at limit $4)
    delete from file f using gone where f.city = $1 and f.id = gone.id returning f.sha256`,
};
/** How far back is looked: the job runs every night, and may have stood still for a while. */
const LOOK_BACK_MS = 60 * 86_400_000;

/**
 * Takes away files, so many at most, that were uploaded before that moment and that nobody attached: by nobody of the city, or to be sealed,
 * of which no form keeps a draft. Answers with their SHA-256.
 */
export async function deleteUnattached(tx: Tx, city: number, before: Date, limit: number): Promise<Buffer[]> {
  const from = new Date(before.getTime() - LOOK_BACK_MS);
  return (await tx.run<{ sha256: Buffer }>(unattached, [city, before, from, limit])).map(({ sha256 }) => sha256);
}
