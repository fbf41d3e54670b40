import type { Caller } from '../../platform/identity/contract.ts';

/**
 * The program itself, which sits on no seat: as it does what the city has ordered to follow when a clock runs out (`ladder`), or writes
 * down what another program, which handed the matter over, heard of whoever raised it (`source`).
 */
export type Nobody = Omit<Caller, 'role' | 'seat' | 'account'> & {
  readonly role: 'ladder' | 'source';
  readonly seat: null;
  readonly account: null;
};

/** Nobody, in that city. */
export const nobody = (city: number, role: Nobody['role']): Nobody => ({
  city,
  role,
  seat: null,
  account: null,
  unit: null,
  units: [],
  name: '',
  title: '',
});
