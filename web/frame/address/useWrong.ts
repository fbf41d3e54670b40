import { useMatches, useRouterState } from '@tanstack/react-router';
import { wrongIn, type Wrong } from './wrong.ts';

/** What is wrong with the address of the page that is open, by the rules that its route gives. */
export function useWrong(): readonly Wrong[] {
  const rules = useMatches({ select: (matches) => matches.at(-1)?.staticData.address });
  const search = useRouterState({ select: ({ location }) => location.search as Record<string, unknown> });
  return rules ? wrongIn(rules, search) : [];
}
