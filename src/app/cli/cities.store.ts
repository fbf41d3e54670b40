import type { Pool } from '../../platform/postgres/index.ts';

/** The numbers of all cities, as only the schema's owner sees them. */
export async function findCities(owner: Pool): Promise<number[]> {
  const { rows } = await owner.query<{ city: number }>('select city from city order by city');
  return rows.map((row) => row.city);
}
