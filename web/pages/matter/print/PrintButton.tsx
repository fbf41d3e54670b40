import { Button } from '../../../frame/Button.tsx';
import { useOffer } from '../../../frame/offers.ts';
import { useT } from '../../../i18n/language.tsx';
import type { Story } from '../story/useStory.ts';

/** Prints the matter with the whole of its story, which is fetched first; if that fails the story says so. */
export function PrintButton({ story }: { story: Story }) {
  const t = useT();
  const print = () =>
    story.fetchAll().then(
      () => window.print(),
      () => undefined,
    );
  useOffer('print', () => void print());
  return (
    <Button loading={story.fetching} onClick={() => void print()}>
      {t('print')}
    </Button>
  );
}
