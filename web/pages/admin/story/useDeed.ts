import type { RegisterAct } from '../../../../src/directory/contract.ts';
import { useLanguage, type Language } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An act on the register as the rest of a sentence after the doer's name. `people`: names by account. */
export function useDeed(people?: ReadonlyMap<string, string>): (act: RegisterAct) => string {
  const { t, language } = useLanguage();
  const { unitName } = useUnits();
  return ({ kind, seq, given }) => {
    if ('adopted' in given) return t('admin.deed.adopted');
    const unit = text(given['into']) || text(given['parent']) || text(given['unit']);
    return t(`admin.deed.${kind}`, {
      name: nameOf(given['name'], language),
      title: text(given['title']),
      unit: unit ? unitName(unit) : t('admin.unit.top'),
      person: people?.get(text(given['account'])) ?? '…',
      version: seq,
      n: inUse(given['categories']),
    });
  };
}

/** A name as it was given: one for both languages, or one for each. */
const nameOf = (name: unknown, language: Language): string =>
  typeof name === 'object' && name !== null ? text((name as Partial<Record<Language, unknown>>)[language]) : text(name);

/** How many of the categories that were published are in use. */
const inUse = (categories: unknown): number =>
  Array.isArray(categories) ? categories.filter((one: { retired?: boolean }) => !one.retired).length : 0;
