import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MatterView, StoryAct } from '../../../src/matters/contract.ts';
import { api } from '../../api.ts';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { Story } from '../../story/Story.tsx';

type Older = { story: StoryAct[]; earlier: number | null };

/** The story of the matter, newest last; what is older than the page sent is fetched above it. */
export function MatterStory({ view }: { view: MatterView }) {
  const t = useT();
  const [older, setOlder] = useState<Older | null>(null);
  const earlier = older ? older.earlier : view.earlier;
  const fetching = useMutation({
    mutationFn: (before: number) => api.get<Older>(`/api/matters/${view.row.id}/story?before=${before}`),
    onSuccess: (page) => setOlder((had) => ({ story: [...page.story, ...(had?.story ?? [])], earlier: page.earlier })),
  });
  const shown = new Set(view.story.map((act) => act.seq));
  const acts = [...(older?.story ?? []).filter((act) => !shown.has(act.seq)), ...view.story];
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t('web.story')}</h2>
      {earlier !== null && (
        <Button loading={fetching.isPending} onClick={() => fetching.mutate(earlier)}>
          {t('web.story.earlier')}
        </Button>
      )}
      {fetching.error && <Fault error={fetching.error} />}
      <Story acts={acts} view={view} />
    </section>
  );
}
