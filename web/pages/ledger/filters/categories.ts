import { useCategoriesOf, type CategoryOption } from '../../../schemes/useCategories.ts';
import type { LedgerSearch } from '../ledger-search.ts';
import { useStages } from '../useStages.ts';
import { schemesOf } from './stagesOf.ts';

/** The categories to choose from, those of each scheme together. */
export function useCategoryChoices(chosen: string | undefined): readonly CategoryOption[] {
  const { mechanisms } = useStages();
  return useCategoriesOf(schemesOf(mechanisms, chosen));
}

const NONE: readonly string[] = [];

/** How the category of an address is called; its code until that is known. */
export function useCategoryName({ category, mechanism }: LedgerSearch): (code: string) => string {
  const { mechanisms } = useStages();
  const options = useCategoriesOf(category === undefined ? NONE : schemesOf(mechanisms, mechanism));
  return (code) => options.find(({ value }) => value === code)?.label ?? code;
}
