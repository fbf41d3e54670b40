import { useCategories } from '../schemes/useCategories.ts';
import { useUnits } from '../units/useUnits.ts';
import { SuggestionLine } from './SuggestionLine.tsx';
import { useSuggestions, type Asked } from './suggestions.ts';

type Props = { asked: Asked; chosen: unknown; onTake: (label: string) => void };

/** The category that a text is likely to have, below the field for it. */
export function SuggestedCategory({ asked, scheme, ...rest }: Props & { scheme: string }) {
  const categories = useCategories(scheme);
  const suggested = useSuggestions(asked)?.category;
  const nameOf = (code: string) => categories.find(({ value }) => value === code)?.label;
  return <SuggestionLine {...rest} suggested={suggested} nameOf={nameOf} />;
}

/** The unit that is likely to lead it, below the field for it. */
export function SuggestedUnit({ asked, ...rest }: Props) {
  const { unitName, here } = useUnits();
  const suggested = useSuggestions(asked)?.unit;
  return <SuggestionLine {...rest} suggested={suggested} nameOf={(id) => (here ? unitName(id) : undefined)} />;
}
