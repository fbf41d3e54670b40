import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MatterView, StoryAct } from '../../../src/matters/contract.ts';
import { api } from '../../api.ts';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { Story } from '../../story/Story.tsx';
import { useFreshActs } from '../../story/useFreshActs.ts';

type Older = { story: StoryAct[]; earlier: number | null };

/** The story of the matter, newest last; what is older than the page sent is fetched above it. */
export function MatterStory({ view }: { view: MatterView }) {
  const t = useT();
  const [older, setOlder] = useState<Older | null>(null);
  const earlier = older ? older.earlier : view.earlier;
  const fetching = useMutation({
    mutationFn: (before: number) => api.get<Older>(`/api/matters/${view.row.id}/story?before=${before}`),
    onSuccess: (page) =>
      setOlder((had) => ({ story: joined(page.story, had?.story ?? view.story), earlier: page.earlier })),
  });
  const fresh = useFreshActs(view);
  // The page sends the newest acts only: with each new one, one leaves at the other end. Where older ones are shown above, it
  // has to stay, or it would be in neither part.
  if (older && older.story.at(-1)?.seq !== view.story.at(-1)?.seq)
    setOlder({ ...older, story: joined(older.story, view.story) });
  const acts = older ? joined(older.story, view.story) : view.story;
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t('web.story')}</h2>
      {earlier !== null && (
        <Button loading={fetching.isPending} onClick={() => fetching.mutate(earlier)}>
          {t('web.story.earlier')}
        </Button>
      )}
      {fetching.error && <Fault error={fetching.error} />}
      <Story acts={acts} view={view} fresh={fresh} />
    </section>
  );
}

/** Two parts of one story in its order; where they overlap the later reading counts. */
function joined(earlier: readonly StoryAct[], later: readonly StoryAct[]): StoryAct[] {
  const bySeq = new Map([...earlier, ...later].map((act) => [act.seq, act]));
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
}
