import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Fault } from '../../frame/Fault.tsx';
import { NotFound } from '../../frame/NotFound.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { guideQuery, INDEX } from './guide.ts';
import { GuidePlaces } from './GuidePlaces.tsx';
import { GuideText } from './GuideText.tsx';

/** The guide inside the desk: the day of one chair, or the index where none is named. */
export function GuidePage() {
  const { language } = useLanguage();
  const { chair } = useParams({ strict: false });
  const { data, error } = useQuery(guideQuery(language, chair ?? INDEX));
  if (data === undefined) return error ? <Fault error={error} /> : <Waiting lines={10} />;
  const [title, ...blocks] = data ?? [];
  if (title?.kind !== 'title') return <NotFound />;
  return (
    <Page title={title.spans.map(({ text }) => text).join('')} width="reading">
      <GuidePlaces />
      <GuideText blocks={blocks} />
    </Page>
  );
}
