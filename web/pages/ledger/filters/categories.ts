import { useCategoriesOf } from '../../../schemes/useCategories.ts';
import type { LedgerSearch } from '../ledger-search.ts';
import { useStages } from '../useStages.ts';
import { schemesOf } from './stagesOf.ts';

const NONE: readonly string[] = [];

/** How the category of an address is called, by each scheme that it may be of; its code until that is known. */
export function useCategoryName({ category, mechanism }: LedgerSearch): (code: string) => string {
  const { mechanisms } = useStages();
  const options = useCategoriesOf(category === undefined ? NONE : schemesOf(mechanisms, mechanism));
  return (code) => {
    const names = options.filter(({ value }) => value === code).map(({ label }) => label);
    return names.join('；') || code;
  };
}
