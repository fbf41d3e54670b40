import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { useT } from '../i18n/language.tsx';
import { findQuery } from '../matters/queries.ts';
import { useUnits } from '../units/useUnits.ts';
import { fits, type Entry } from './entry.ts';

/**
 * What the city has under the letters typed: matters, units, people; and the way to search the ledger for them. What was found for
 * fewer letters stays only where it fits all that is typed, so that Enter never opens what nobody asked for.
 */
export function useFoundEntries(typed: string): Entry[] {
  const t = useT();
  const navigate = useNavigate();
  const { unitName } = useUnits();
  const q = useDeferredValue(typed.trim());
  const { data, isPlaceholderData } = useQuery({
    ...findQuery(q),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  });
  if (!typed.trim()) return [];
  const late = isPlaceholderData || q !== typed.trim();
  const found = q.length > 1 ? data : undefined;
  const matters = (found?.matters ?? []).map((row): Entry => {
    const run = () => void navigate({ to: '/matters/$id', params: { id: row.id } });
    return { key: `matter ${row.id}`, group: 'found', label: row.text, hint: row.number, run };
  });
  const units = (found?.meant.units ?? []).map((unit): Entry => {
    const run = () => void navigate({ to: '/ledger', search: { unit, scope: 'all' } });
    return { key: `unit ${unit}`, group: 'units', label: unitName(unit), hint: t('palette.unit'), run };
  });
  const people = (found?.meant.people ?? []).map(({ account, name, unit, title }): Entry => {
    const hint = [unit && unitName(unit), title].filter(Boolean).join(' ');
    const run = () => void navigate({ to: '/ledger', search: { person: account, scope: 'all' } });
    return { key: `person ${account}`, group: 'people', label: name, hint, run };
  });
  const search: Entry = {
    key: 'search',
    group: 'search',
    label: t('palette.search', { what: typed.trim() }),
    run: () => void navigate({ to: '/ledger', search: { q: typed.trim(), scope: 'all' } }),
  };
  const entries = [...matters, ...units, ...people];
  return [...entries.filter(({ label, hint }) => !late || fits(typed, `${label} ${hint}`)), search];
}
