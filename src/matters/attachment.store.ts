import type { Uuid } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';

const find = {
  name: 'matter.attachment',
  text: `select 1 from attachment a where a.city = $1 and a.file = $2
    and exists (select from matter m where m.city = a.city and m.id = a.matter) limit 1`,
};

/** Whether a file is attached to a matter that the caller may read. */
export const mayReadAttachment = async (tx: Tx, caller: Caller, file: Uuid): Promise<boolean> =>
  (await tx.run(find, [caller.city, file])).length > 0;

const attachedTo = {
  name: 'matter.attached-to',
  text: 'select matter from attachment where city = $1 and file = $2 order by matter limit 1',
};

/** The matter to which a file is attached that the caller may read, if there is one. */
export const findAttachedTo = async (tx: Tx, city: number, file: Uuid): Promise<Uuid | undefined> =>
  (await tx.run<{ matter: Uuid }>(attachedTo, [city, file]))[0]?.matter;

const attach = {
  name: 'matter.attach',
  text: `insert into attachment (city, file, matter) select $1, r.file, r.matter
    from unnest($2::uuid[], $3::uuid[]) as r (matter, file) on conflict do nothing`,
};

/** Notes that files belong to a matter. */
export const attachFiles = (tx: Tx, city: number, matter: Uuid, files: readonly Uuid[]): Promise<void> =>
  attachEach(tx, city, [{ id: matter, files }]);

/** Notes which files belong to which matters, in one statement. */
export async function attachEach(
  tx: Tx,
  city: number,
  matters: readonly { readonly id: Uuid; readonly files: readonly Uuid[] }[],
): Promise<void> {
  const pairs = matters.flatMap(({ id, files }) => files.map((file) => [id, file] as const));
  if (pairs.length) await tx.run(attach, [city, pairs.map(([matter]) => matter), pairs.map(([, file]) => file)]);
}
