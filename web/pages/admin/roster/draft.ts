import type { PersonLine, RosterRead, UnitLine } from '../../../../src/intake/roster/roster.contract.ts';
import { uuidv7 } from '../../../act-id.ts';

/** Units and people on the table here: read from a file or typed, kept on this machine until they are brought in. */
export type RosterDraft = Omit<RosterRead, 'unused' | 'notes'>;
export const NOBODY: RosterDraft = { units: [], people: [] };

export const unitLine = (given: Partial<UnitLine> = {}): UnitLine => ({
  id: uuidv7(),
  n: 0,
  name: '',
  shortName: '',
  kind: '',
  parent: '',
  aliases: '',
  address: '',
  phone: '',
  longitude: '',
  latitude: '',
  unvalued: [],
  ...given,
});

export const personLine = (given: Partial<PersonLine> = {}): PersonLine => ({
  id: uuidv7(),
  seat: uuidv7(),
  n: 0,
  name: '',
  login: '',
  unit: '',
  role: '',
  title: '',
  unvalued: [],
  ...given,
});

/** Units as they are typed, one a line: a name, and after a comma or a tab the unit above. */
export const typedUnits = (text: string): UnitLine[] =>
  text
    .split('\n')
    .map((line) => line.split(/[,，\t]/u).map((cell) => cell.trim()))
    .flatMap(([name, parent = '']) => (name ? unitLine({ name, parent }) : []));

/** The draft with more lines behind those that are there. */
export const joined = (draft: RosterDraft, more: Partial<RosterDraft>): RosterDraft => ({
  units: [...draft.units, ...(more.units ?? [])],
  people: [...draft.people, ...(more.people ?? [])],
});

/** The draft with one line as it was put right, or without it. A line is known by its unit's or its seat's id. */
export const withUnit = (draft: RosterDraft, id: string, line: UnitLine | null): RosterDraft => ({
  ...draft,
  units: draft.units.flatMap((one) => (one.id === id ? (line ?? []) : one)),
});
export const withPerson = (draft: RosterDraft, seat: string, line: PersonLine | null): RosterDraft => ({
  ...draft,
  people: draft.people.flatMap((one) => (one.seat === seat ? (line ?? []) : one)),
});
