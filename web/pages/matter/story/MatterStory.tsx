import type { MatterView } from '../../../../src/matters/contract.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { Story as StoryLines } from '../../../story/Story.tsx';
import { useFreshActs } from '../../../story/useFreshActs.ts';
import { PrintButton } from '../print/PrintButton.tsx';
import style from './MatterStory.module.css';
import type { Story } from './useStory.ts';

/** The story of the matter, newest last; what is older than the page sent is fetched above it. */
export function MatterStory({ view, story, printable }: { view: MatterView; story: Story; printable: boolean }) {
  const t = useT();
  const fresh = useFreshActs(view);
  return (
    <section aria-labelledby="story">
      <div className={style['head']}>
        <h2 id="story">{t('web.story')}</h2>
        {printable && <PrintButton story={story} />}
      </div>
      {story.more && (
        <>
          <Button loading={story.fetching} onClick={story.fetchEarlier}>
            {t('web.story.earlier')}
          </Button>
          <p className={style['cut']}>{t('print.cut', { seq: story.acts[0]?.seq ?? 0 })}</p>
        </>
      )}
      {story.error && <Fault error={story.error} />}
      <StoryLines acts={story.acts} view={view} fresh={fresh} />
    </section>
  );
}
