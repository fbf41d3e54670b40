import { FILTER_NAMES } from '../../../../src/matters/lists/filter.rules.ts';
import { LOOKS } from '../ledger-search.ts';
import { COLUMN_KEYS, NO_COLUMNS } from '../list/columns.tsx';
import { DENSITIES } from '../list/density.ts';

/**
 * What of an address the ledger does not know and goes on without: a name that is no filter's, columns that it has not, a view
 * or a density that is none. `rest` is what of its value is known, and stays.
 */
export type Stray = {
  readonly key: string;
  readonly value: string;
  readonly why: 'name' | 'columns' | 'view' | 'density';
  readonly rest?: string;
};

const KNOWN: ReadonlySet<string> = new Set<string>([...FILTER_NAMES, ...LOOKS]);
/** What a messenger or a mail program adds to a link that is sent on; nobody asked for anything by it. */
const ADDED: ReadonlySet<string> = new Set(['from', 'isappinstalled', 'nsukey', 'spm', 'share_token']);
const isAdded = (key: string): boolean => ADDED.has(key) || key.startsWith('utm_');
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const isColumn = (name: string): boolean => (COLUMN_KEYS as readonly string[]).includes(name);

function strayColumns(columns: string): Stray[] {
  if (columns === '' || columns === NO_COLUMNS) return [];
  const names = columns.split(',').filter(Boolean);
  const value = names.filter((name) => !isColumn(name)).join(', ');
  const rest = names.filter(isColumn).join(',');
  return value ? [{ key: 'columns', value, why: 'columns', ...(rest ? { rest } : {}) }] : [];
}

/** The strays of an address as it was written: left out without a word, a mistyped filter would widen the list. */
export function straysIn(address: Readonly<Record<string, unknown>>): Stray[] {
  const said = (key: string): string => (typeof address[key] === 'string' ? address[key] : '');
  const names = Object.keys(address).filter((key) => !KNOWN.has(key) && !isAdded(key) && said(key) !== '');
  const [view, density] = [said('view'), said('density')];
  return [
    ...names.map((key) => ({ key, value: said(key), why: 'name' as const })),
    ...strayColumns(said('columns')),
    ...(view && !ID.test(view) ? [{ key: 'view', value: view, why: 'view' as const }] : []),
    ...(density && !(DENSITIES as readonly string[]).includes(density)
      ? [{ key: 'density', value: density, why: 'density' as const }]
      : []),
  ];
}
