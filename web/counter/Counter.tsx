import { useEffect, useState } from 'react';
import { api } from '../api.ts';
import type { AppealView, Counter as Open, CounterSession } from '../../src/counter/contract.ts';
import { AppealPage } from './appeal/AppealPage.tsx';
import { ofCity } from './city.ts';
import { FollowPage } from './in/FollowPage.tsx';
import { LinkPage } from './in/LinkPage.tsx';
import { SignInPage } from './in/SignInPage.tsx';
import { useAsked } from './ask.ts';
import { AnswersPage } from './AnswersPage.tsx';
import { DutyPage } from './listed/DutyPage.tsx';
import { HomePage } from './HomePage.tsx';
import { ListedPage } from './listed/ListedPage.tsx';
import { OwnPage } from './OwnPage.tsx';
import { MinePage } from './MinePage.tsx';
import { NewPage } from './new/NewPage.tsx';
import { SealedPage } from './new/SealedPage.tsx';
import { Shell } from './Shell.tsx';
import { Trouble } from './Trouble.tsx';
import { go, usePlace } from './way.tsx';
import { titleOf } from './title.ts';
import { speakForBrowser } from '../frame/ownValidity.ts';
import { useWords } from './words.tsx';

/** What names an appeal in the address: anything else is no appeal that somebody may not read, it is no address. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** The counter of a city: who has signed in, what is open, and the page that is asked for. */
export function Counter() {
  const place = usePlace();
  const { t, language, named } = useWords();
  const [kind, setKind] = useState<AppealView['kind'] | null>(null);
  const open = useAsked(`open`, (signal) => api.get<Open>(ofCity('/api/counter'), signal));
  const session = useAsked('session', (signal) => api.get<CounterSession | null>('/api/counter/session', signal));
  const city = open.data && (language === 'en' && open.data.nameEn ? open.data.nameEn : open.data.name);
  const called = open.data && titleOf(open.data, place, kind);
  const title = t('appeal.title', { city: city ?? '', name: called ? named(called) : t('appeal.title.any') });
  useEffect(() => speakForBrowser(t, 'appeal'), [t]);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const error = open.error ?? session.error;
  const signedIn = (found: CounterSession) => {
    session.put(found);
    go(found.matter ? `/appeal/${found.matter}` : '/appeal/mine', 'replace');
  };
  const signOut = async () => {
    await api.remove('/api/counter/session');
    session.put(null);
    go('/appeal');
  };
  const page = () => {
    if (error) return <Trouble error={error} onAgain={() => (open.again(), session.again())} />;
    if (!open.data || (!session.data && session.data !== null)) return null;
    const who = session.data;
    if (place === '') return <HomePage open={open.data} city={city!} who={who} />;
    if (place === '/new') return <NewPage open={open.data} who={who?.matter === null ? who : null} />;
    if (place === '/clue') return <SealedPage open={open.data} />;
    if (place === '/follow') return <FollowPage onIn={signedIn} />;
    if (place === '/sign-in') return <SignInPage onIn={signedIn} />;
    if (place === '/listed') return <ListedPage />;
    if (place === '/duties') return <DutyPage />;
    if (place === '/answers') return <AnswersPage open={open.data} />;
    if (place === '/mine') return <MinePage />;
    if (place === '/own') return <OwnPage onKind={setKind} />;
    const [, kind, rest] = /^\/(l\/)?([\w-]+)$/u.exec(place) ?? [];
    if (kind && rest) return <LinkPage token={rest} onIn={signedIn} />;
    return rest && UUID.test(rest) ? (
      <AppealPage id={rest} onKind={setKind} />
    ) : (
      <HomePage open={open.data} city={city!} who={who} />
    );
  };
  return (
    <Shell title={title} who={session.data} onSignOut={() => void signOut()}>
      {page()}
    </Shell>
  );
}
