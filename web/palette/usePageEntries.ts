import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { mayImport } from '../../src/intake/sheets/import-access.rules.ts';
import { mayReadShown } from '../../src/privacy/access/log-access.rules.ts';
import { publicListOf } from '../frame/PublicList.tsx';
import { useGuide } from '../frame/useGuide.ts';
import { usePlaces } from '../frame/usePlaces.ts';
import { useT } from '../i18n/language.tsx';
import { useSession } from '../session/session.ts';
import { viewsQuery } from '../views/views.ts';
import { fits, type Entry } from './entry.ts';
import { PINYIN } from './pinyin.ts';
import { useCommandEntries } from './useCommandEntries.ts';

/** Where one can go, and what can be done wherever one is. */
export function usePageEntries(typed: string): Entry[] {
  const t = useT();
  const navigate = useNavigate();
  const { role, city } = useSession().caller;
  const toGuide = useGuide();
  const places = usePlaces();
  const commands = useCommandEntries();
  const { data: views } = useQuery(viewsQuery);
  const page = (to: string, label: string, run: () => void = () => void navigate({ to })): Entry => ({
    key: `page ${to}`,
    group: 'pages',
    label: t(label),
    run,
  });
  const pages: Entry[] = [
    ...places.map(({ to, key }) => page(to, key)),
    page('/notices', 'web.notices'),
    ...(mayReadShown(role) ? [page('/access-log', 'access.title')] : []),
    ...(mayImport(role) ? [page('/import', 'transfers.import')] : []),
    page('/password', 'web.password'),
    page('/listed', 'web.listed.public', () => void open(publicListOf(city), '_blank', 'noreferrer')),
    // Where rosters concern this seat it stands among the places.
    ...(places.some(({ to }) => to === '/duties') ? [] : [page('/duties', 'web.duties')]),
    page('/me', 'web.nav.me'),
    page('/transfers', 'transfers.title'),
    page('/guide', 'guide.help', () => void toGuide()),
  ];
  const saved = (views ?? []).map(({ id, name, search, own, by }): Entry => ({
    key: `view ${id}`,
    group: 'views',
    label: name,
    hint: own ? undefined : t('views.shared.by', { who: by }),
    run: () => void navigate({ to: '/ledger', search: { ...search, view: id } }),
  }));
  return [...saved, ...pages, ...commands].filter(({ key, label }) => fits(typed, label, PINYIN[key]));
}
