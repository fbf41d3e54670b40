import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { MatterView, StoryAct } from '../../../../src/matters/contract.ts';
import { api } from '../../../api.ts';

type Told = { story: StoryAct[]; earlier: number | null };

/** The story of a matter as far as it was fetched, and the ways to fetch more of it. */
export type Story = {
  readonly acts: readonly StoryAct[];
  /** Whether there are earlier acts that were not fetched yet. */
  readonly more: boolean;
  readonly fetching: boolean;
  readonly error: Error | null;
  readonly fetchEarlier: () => void;
  /** Fetches all that is missing; once it is done the page shows it. */
  readonly fetchAll: () => Promise<void>;
};

/** Begins with the newest acts, as the matter was sent; what is older is fetched above them. */
export function useStory(view: MatterView): Story {
  const [older, setOlder] = useState<Told | null>(null);
  const page = (before: number) => api.get<Told>(`/api/matters/${view.row.id}/story?before=${before}`);
  const above = ({ story, earlier }: Told, had: Told): Told => ({ story: joined(story, had.story), earlier });
  const now: Told = older ?? { story: view.story, earlier: view.earlier };
  const one = useMutation({
    mutationFn: page,
    onSuccess: (told) => setOlder((had) => above(told, had ?? view)),
  });
  const all = useMutation({
    mutationFn: async () => {
      let told = now;
      while (told.earlier !== null) told = above(await page(told.earlier), told);
      return told;
    },
    onSuccess: (told) => flushSync(() => setOlder(told)),
  });
  // The page sends the newest acts only: with each new one, one leaves at the other end. Where older ones are shown above, it
  // has to stay, or it would be in neither part.
  if (older && older.story.at(-1)?.seq !== view.story.at(-1)?.seq)
    setOlder({ ...older, story: joined(older.story, view.story) });
  return {
    acts: older ? joined(older.story, view.story) : view.story,
    more: now.earlier !== null,
    fetching: one.isPending || all.isPending,
    error: one.error ?? all.error,
    fetchEarlier: () => now.earlier !== null && one.mutate(now.earlier),
    fetchAll: async () => void (await all.mutateAsync()),
  };
}

/** Two parts of one story in its order; where they overlap the later reading counts. */
function joined(earlier: readonly StoryAct[], later: readonly StoryAct[]): StoryAct[] {
  const bySeq = new Map([...earlier, ...later].map((act) => [act.seq, act]));
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
}
