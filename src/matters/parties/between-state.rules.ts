import type { Day, Uuid } from '../../kernel/index.ts';

/** One of those who stand against each other; what is personal of them stands here as marks. */
export type Party = {
  n: number;
  /** By which act it came in: its marks are that act's. */
  act: Uuid;
  side: string;
  kind: 'enterprise' | 'person';
  enterprise: Uuid | null;
  name: string;
  agent: string | null;
  contact: string | null;
};

/** The seat to which a matter was given within its unit, and whether it was known to be impartial. */
export type Appointed = Impartiality & {
  act: Uuid;
  at: string;
  seat: Uuid;
  unit: Uuid | null;
  impartial: 'none' | 'unknown';
};

/** Of whoever must be impartial: towards which parties they are not, that came in later or in which they declared an interest later, until it is decided; that it was. */
export type Impartiality = { conflicts?: number[]; cleared?: true };

/** What somebody has declared to hold against their being impartial; `none`: that there is nothing. */
export type Interest = {
  readonly kind: 'none' | 'works' | 'family' | 'represented';
  readonly enterprise: Uuid | null;
};

/** Somebody who is to be appointed. `interests`: null where they never declared anything. */
export type Appointing = {
  readonly seat: Uuid;
  readonly name: string;
  readonly unit: Uuid | null;
  readonly interests: readonly Interest[] | null;
  /** Names of a party in the clear, by its number: its own, and of who speaks for it. */
  readonly names: ReadonlyMap<number, readonly string[]>;
};

/** That those concerned are to meet; gone once they met, agreed, or it ended. */
export type Arranged = { act: Uuid; at: string; meetOn: Day; from: string | null; place: string; came: number[] };

/** That those concerned met. */
export type Session = {
  act: Uuid;
  at: string;
  heldOn: Day;
  from: string | null;
  lasted: number | null;
  place: string;
  came: number[];
  text: string;
};

/** What one party promised in an agreement; `at`: when it was found to be kept or broken. */
export type Obligation = {
  n: number;
  party: number;
  text: string;
  amount: number | null;
  due: Day;
  state: 'open' | 'kept' | 'broken';
  at: string | null;
  /** Kept after it had been found broken. */
  mended?: true;
};
/** What the court said of it. */
export type Ruling = {
  act: Uuid;
  at: string;
  outcome: 'upheld' | 'dismissed' | 'declined' | 'withdrawn';
  ruledOn: Day;
  number: string;
};
/** That a court was asked to confirm the agreement, as it was noted last. `ruling`: once there is one. */
export type Confirmation = {
  act: Uuid;
  at: string;
  court: string;
  appliedOn: Day;
  number: string | null;
  ruling?: Ruling;
};

/** What the parties agreed on. */
export type Settlement = {
  act: Uuid;
  at: string;
  text: string;
  signedOn: Day;
  signed: number[];
  obligations: Obligation[];
  /** Of one without obligations: all was done on the spot, or why nothing is to be watched; before this was asked neither. */
  atOnce?: true;
  unwatched?: string;
  confirmation: Confirmation | null;
};

/** How it ended otherwise. */
export type Outcome = {
  act: Uuid;
  at: string;
  how: 'failed' | 'dropped' | 'referred';
  text: string | null;
  where: 'court' | 'arbitration' | null;
  body: string | null;
};
