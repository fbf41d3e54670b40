import type { Pool } from '../platform/postgres/index.ts';

type Found = { city: number; name: string; nameEn: string };

/** A city by its number, the first on this server for null. Asked before anybody is known, so outside the policies. */
export async function findCity(pool: Pool, given: number | null): Promise<Found | undefined> {
  const text = 'select city, name, name_en as "nameEn" from find_city($1)';
  return (await pool.query<Found>({ name: 'counter.city', text, values: [given] })).rows[0];
}
