import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandedOut, Person } from '../../../../src/directory/people/people.contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import { api } from '../../../api.ts';

/** Somebody with the password that was just made for them: on this page alone, and on paper. */
export type Slip = { readonly person: Person; readonly password: string };

/** As many as the server makes at once; a hash is slow on purpose, so the page says how far it is. */
const BATCH = 50;

/** Makes first passwords for these people, batch by batch. What was made stays on the page even where a later batch fails. */
export function useHandOut() {
  const queries = useQueryClient();
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const making = useMutation({
    mutationFn: async (people: readonly Person[]) => {
      for (let from = 0; from < people.length; from += BATCH) {
        const batch = people.slice(from, from + BATCH);
        const acts = batch.map(({ id }) => ({ id: uuidv7(), account: id }));
        const { rows } = await api.post<HandedOut>('/api/people/passwords', { acts });
        const made = batch.flatMap((person, i) => {
          const password = rows[i]?.password;
          return password ? [{ person, password }] : [];
        });
        setSlips((before) => [...before, ...made]);
      }
    },
    onSettled: () =>
      Promise.all([['admin'], ['first-steps']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return { slips, making, done: () => setSlips([]) };
}
