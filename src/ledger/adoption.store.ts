import type { Pool, Tx } from '../platform/postgres/index.ts';

/** A kind of entry of which a city kept rows before it kept acts. */
export type AdoptionDue = { readonly city: number; readonly noun: string };

/** What has still to be given its acts, of all cities. As the schema's owner. */
export async function findAdoptionsDue(owner: Pool): Promise<AdoptionDue[]> {
  return (await owner.query<AdoptionDue>('select city, noun from adoption_due order by city, noun')).rows;
}

const take = { name: 'adoption.take', text: 'delete from adoption_due where city = $1 and noun = $2 returning noun' };

/** Notes that it is done, in the transaction that does it; false where it was done before. */
export const takeAdoption = async (tx: Tx, { city, noun }: AdoptionDue): Promise<boolean> =>
  (await tx.run(take, [city, noun])).length > 0;
