/** What a line is made of, in the order in which it is read; the key of its label, and how much it takes. */
export type LineField = { readonly name: string; readonly label: string; readonly most: number; readonly must?: true };

/** A line by its cells, whichever it is of. */
export type LineCells = Readonly<Record<string, string | number | readonly string[]>>;

export const UNIT_FIELDS: readonly LineField[] = [
  { name: 'name', label: 'roster.column.unit-name', most: 100, must: true },
  { name: 'shortName', label: 'roster.column.shortName', most: 100 },
  { name: 'kind', label: 'roster.column.kind', most: 40 },
  { name: 'parent', label: 'roster.column.parent', most: 100 },
  { name: 'aliases', label: 'roster.column.aliases', most: 400 },
  { name: 'address', label: 'roster.column.address', most: 200 },
  { name: 'phone', label: 'roster.column.phone', most: 40 },
  { name: 'longitude', label: 'roster.column.longitude', most: 20 },
  { name: 'latitude', label: 'roster.column.latitude', most: 20 },
];

export const PERSON_FIELDS: readonly LineField[] = [
  { name: 'name', label: 'roster.column.person-name', most: 60, must: true },
  { name: 'login', label: 'roster.column.login', most: 64 },
  { name: 'unit', label: 'roster.column.unit', most: 100 },
  { name: 'role', label: 'roster.column.role', most: 40, must: true },
  { name: 'title', label: 'roster.column.title', most: 100 },
];
