import type { Uuid } from '../../kernel/index.ts';

/** What a seat does in the city; one of five. */
export type Role = 'supervisor' | 'handler' | 'head' | 'mayor' | 'administrator';

/** Who acts: the seat is the subject of every policy, the account merely sits on it. */
export type Caller = {
  readonly city: number;
  readonly account: Uuid;
  readonly seat: Uuid;
  readonly role: Role;
  /** The seat's unit; null for a seat above the units, such as a mayor's. */
  readonly unit: Uuid | null;
  /** The seat's unit and all units below it. */
  readonly units: readonly Uuid[];
  readonly name: string;
  readonly title: string;
};
