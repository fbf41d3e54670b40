import type { LedgerChoices } from '../../../../src/matters/lists/list.contract.ts';
import type { Language } from '../../../i18n/language.tsx';

type Option = { readonly value: string; readonly label: string };

/**
 * The stages to choose from: of one mechanism, or of all, where a stage that several call otherwise stands once with all its
 * names.
 */
export const stagesOf = (
  mechanisms: LedgerChoices['mechanisms'],
  chosen: string | undefined,
  language: Language,
): readonly Option[] => named(mechanisms, chosen, language, 'stages');

/** The ways to raise a matter to choose from, as {@link stagesOf}. */
export const channelsOf = (
  mechanisms: LedgerChoices['mechanisms'],
  chosen: string | undefined,
  language: Language,
): readonly Option[] => named(mechanisms, chosen, language, 'channels');

/** The schemes that matters are filed by: of the mechanism that was chosen, else of all of them. */
export const schemesOf = (mechanisms: LedgerChoices['mechanisms'], chosen: string | undefined): readonly string[] => [
  ...new Set(mechanisms.flatMap(({ key, scheme }) => (scheme && (!chosen || key === chosen) ? [scheme] : []))),
];

function named(
  mechanisms: LedgerChoices['mechanisms'],
  chosen: string | undefined,
  language: Language,
  what: 'stages' | 'channels',
): readonly Option[] {
  const names = new Map<string, Set<string>>();
  for (const one of mechanisms)
    if (!chosen || one.key === chosen)
      for (const each of one[what]) names.set(each.key, (names.get(each.key) ?? new Set()).add(each[language]));
  return [...names].map(([value, labels]) => ({ value, label: [...labels].join(' / ') }));
}
