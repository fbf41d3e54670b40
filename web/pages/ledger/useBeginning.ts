import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import type { Filters } from '../../../src/matters/lists/filter.rules.ts';
import { ledgerQuery } from '../../matters/queries.ts';
import { findPlace, type Place } from './place.ts';

/**
 * The step of the tab's history that the list stands at, and where it begins there: after a reload far down, where it was, as long as
 * it is asked the same; undefined for the usual beginning, and where all of it is still here.
 */
export function useBeginning(filters: Filters): { entry: string; place: Place | undefined } {
  const entry = useRouterState({ select: ({ location }) => location.state.__TSR_key ?? '' });
  const queries = useQueryClient();
  const asked = JSON.stringify(filters);
  const begin = () => ({
    asked,
    place: queries.getQueryData(ledgerQuery(filters).queryKey) ? undefined : findPlace(entry),
  });
  const [begun, setBegun] = useState(begin);
  if (begun.asked !== asked) setBegun(begin());
  return { entry, place: begun.asked === asked ? begun.place : undefined };
}
