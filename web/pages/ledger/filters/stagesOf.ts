import type { LedgerChoices } from '../../../../src/matters/lists/list.contract.ts';
import type { Language } from '../../../i18n/language.tsx';

type Option = { readonly value: string; readonly label: string };

/**
 * The stages to choose from: of one mechanism, or of all, where a stage that several call otherwise stands once with all its
 * names.
 */
export function stagesOf(
  mechanisms: LedgerChoices['mechanisms'],
  chosen: string | undefined,
  language: Language,
): readonly Option[] {
  const names = new Map<string, Set<string>>();
  for (const { key, stages } of mechanisms)
    if (!chosen || key === chosen)
      for (const stage of stages) names.set(stage.key, (names.get(stage.key) ?? new Set()).add(stage[language]));
  return [...names].map(([value, labels]) => ({ value, label: [...labels].join(' / ') }));
}
