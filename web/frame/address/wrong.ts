import { isDay } from '../../../src/kernel/day.ts';

/** What one part of an address may be; of a choice which there are. A `name` is whatever the city calls something by. */
export type Part = 'day' | 'month' | 'year' | 'id' | 'moment' | 'name' | readonly string[];

/** What a page's address may ask for by name; `must`: without which there is nothing to show. */
export type AddressRules = {
  readonly may?: Readonly<Record<string, Part>>;
  readonly must?: Readonly<Record<string, Part>>;
};

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    address?: AddressRules;
  }
}

/** A part of an address by which nothing can be asked. `value` is empty where it is missing; `must`: the page is nothing without it. */
export type Wrong = { readonly key: string; readonly value: string; readonly part: Part; readonly must: boolean };

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

const FITS: Readonly<Record<Extract<Part, string>, (value: string) => boolean>> = {
  day: isDay,
  // Of the years that there is a calendar of; what lies before them no month on the wall can be of.
  month: (value) => /^20\d\d-(?:0[1-9]|1[0-2])$/u.test(value),
  year: (value) => /^20\d\d$/u.test(value),
  id: (value) => ID.test(value),
  name: () => true,
  moment: (value) => /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/u.test(value) && !Number.isNaN(Date.parse(value)),
};
const fits = (part: Part, value: string): boolean =>
  typeof part === 'string' ? FITS[part](value) : part.includes(value);

/** Which parts of an address are wrong, or missing, by what its page may be asked for. What a page does not know it leaves alone. */
export function wrongIn({ may = {}, must = {} }: AddressRules, search: Readonly<Record<string, unknown>>): Wrong[] {
  const parts = Object.entries({ ...may, ...must });
  return parts.flatMap(([key, part]) => {
    const given = search[key];
    const value = typeof given === 'string' ? given : '';
    const right = value === '' ? !(key in must) : fits(part, value);
    return right ? [] : [{ key, value, part, must: key in must }];
  });
}
