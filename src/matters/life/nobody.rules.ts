import type { Caller } from '../../platform/identity/contract.ts';

/** The program itself, as it does what the city has ordered to follow when a clock runs out. It sits on no seat. */
export type Ladder = Omit<Caller, 'role' | 'seat' | 'account'> & {
  readonly role: 'ladder';
  readonly seat: null;
  readonly account: null;
};

/** Nobody, in that city. */
export const ladder = (city: number): Ladder => ({
  city,
  role: 'ladder',
  seat: null,
  account: null,
  unit: null,
  units: [],
  name: '',
  title: '',
});
