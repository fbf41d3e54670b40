import { normalise } from '../../kernel/index.ts';
import { findCityName } from '../../platform/identity/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { initialsOf, unitCalls, unitInitials } from '../named.acts.ts';
import { fit } from '../named.rules.ts';
import { findUnits } from '../units/unit.store.ts';
import { findColleagues, type Colleague } from './colleague.store.ts';

/** How well somebody fits what was typed: 0–2 by name, 3–5 by unit; the lower the better. */
export type Fitting = Colleague & { readonly fit: number };

const LETTERS = /^[a-z]{1,20}$/u;

/**
 * Everybody who sits on a seat and fits a few typed letters, by name or by unit, in characters or by the initials of their
 * pinyin: `林`, `lyf`, `水务`, `swj`. Without letters everybody.
 */
export async function searchColleagues(tx: Tx, city: number, text: string, now: Date): Promise<Fitting[]> {
  const typed = normalise(text).toLowerCase();
  const all = await findColleagues(tx, city, null, now);
  if (!typed) return all.map((one) => ({ ...one, fit: 0 }));
  const letters = LETTERS.test(typed);
  const units = await findUnits(tx, city);
  const cityName = await findCityName(tx, city);
  const calls = letters ? await unitInitials(units, cityName) : unitCalls(units, cityName);
  const fitting = all.map(async (one): Promise<Fitting[]> => {
    const name = fit(typed, [letters ? await initialsOf(one.name) : one.name]);
    if (name !== null) return [{ ...one, fit: name }];
    const unit = one.unit === null ? null : fit(typed, calls.get(one.unit) ?? []);
    return unit === null ? [] : [{ ...one, fit: 3 + unit }];
  });
  return (await Promise.all(fitting)).flat();
}
