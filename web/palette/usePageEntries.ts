import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { mayImport } from '../../src/intake/sheets/import-access.rules.ts';
import { mayReadShown } from '../../src/privacy/access/log-access.rules.ts';
import { askToLeave } from '../frame/leave/askToLeave.ts';
import { useOffered } from '../frame/offers.ts';
import { publicListOf } from '../frame/PublicList.tsx';
import { useGuide } from '../frame/useGuide.ts';
import { usePlaces } from '../frame/usePlaces.ts';
import { useLanguage } from '../i18n/language.tsx';
import { registrableQuery } from '../matters/queries.ts';
import { useSession } from '../session/session.ts';
import { useTheme } from '../theme/ThemeProvider.tsx';
import { viewsQuery } from '../views/views.ts';
import { fits, type Entry } from './entry.ts';
import { PINYIN } from './pinyin.ts';

const THEMES = ['system', 'light', 'dark'] as const;

/** Where one can go, and what can be done wherever one is. */
export function usePageEntries(typed: string): Entry[] {
  const { t, language, speak } = useLanguage();
  const navigate = useNavigate();
  const { role, city } = useSession().caller;
  const toGuide = useGuide();
  const places = usePlaces();
  const { choose } = useTheme();
  const print = useOffered('print') ?? (() => window.print());
  const [asXlsx, asCsv, looks] = [useOffered('export-xlsx'), useOffered('export-csv'), useOffered('looks')];
  const { data: registrable } = useQuery(registrableQuery);
  const { data: views } = useQuery(viewsQuery);
  const other = language === 'zh' ? 'en' : 'zh';
  const pages: Entry[] = [
    ...places.map(({ to, key }): Entry => ({
      key: `page ${to}`,
      group: 'pages',
      label: t(key),
      run: () => void navigate({ to }),
    })),
    { key: 'page /notices', group: 'pages', label: t('web.notices'), run: () => void navigate({ to: '/notices' }) },
    ...(mayReadShown(role)
      ? [
          {
            key: 'page /access-log',
            group: 'pages' as const,
            label: t('access.title'),
            run: () => void navigate({ to: '/access-log' }),
          },
        ]
      : []),
    ...(mayImport(role)
      ? [
          {
            key: 'page /import',
            group: 'pages' as const,
            label: t('transfers.import'),
            run: () => void navigate({ to: '/import' }),
          },
        ]
      : []),
    { key: 'page /password', group: 'pages', label: t('web.password'), run: () => void navigate({ to: '/password' }) },
    {
      key: 'page /listed',
      group: 'pages',
      label: t('web.listed.public'),
      run: () => void open(publicListOf(city), '_blank', 'noreferrer'),
    },
    { key: 'page /duties', group: 'pages', label: t('web.duties'), run: () => void navigate({ to: '/duties' }) },
    { key: 'page /me', group: 'pages', label: t('web.nav.me'), run: () => void navigate({ to: '/me' }) },
    {
      key: 'page /transfers',
      group: 'pages',
      label: t('transfers.title'),
      run: () => void navigate({ to: '/transfers' }),
    },
    {
      key: 'page /guide',
      group: 'pages',
      label: t('guide.help'),
      run: () => void toGuide(),
    },
  ];
  const saved = (views ?? []).map(({ id, name, search, own, by }): Entry => ({
    key: `view ${id}`,
    group: 'views',
    label: name,
    hint: own ? undefined : t('views.shared.by', { who: by }),
    run: () => void navigate({ to: '/ledger', search: { ...search, view: id } }),
  }));
  const exports = [
    { as: 'xlsx' as const, run: asXlsx },
    { as: 'csv' as const, run: asCsv },
  ].flatMap(({ as, run }): Entry[] =>
    run
      ? [
          {
            key: `export ${as}`,
            group: 'commands',
            label: t('transfers.export'),
            hint: t(`transfers.format.${as}`),
            run,
          },
        ]
      : [],
  );
  const commands: Entry[] = [
    ...(registrable?.rows.length
      ? [
          {
            key: 'register',
            group: 'commands' as const,
            label: t('web.register'),
            run: () => void navigate({ to: '/matters/new' }),
          },
        ]
      : []),
    // A call is taken without a detour over the choice of a mechanism.
    ...(registrable?.rows ?? [])
      .filter(({ originators }) => originators)
      .map(({ key, name }): Entry => ({
        key: `register ${key}`,
        group: 'commands',
        label: t('palette.register', { name }),
        run: () => void navigate({ to: '/matters/new', search: { mechanism: key } }),
      })),
    ...exports,
    ...(looks ? [{ key: 'looks', group: 'commands' as const, label: t('ledger.looks'), run: looks }] : []),
    { key: 'print', group: 'commands', label: t('print'), run: print },
    { key: 'language', group: 'commands', label: t('web.language.switch'), run: () => void speak(other) },
    ...THEMES.map((theme): Entry => ({
      key: `theme ${theme}`,
      group: 'commands',
      label: t('palette.theme', { theme: t(`web.theme.${theme}`) }),
      run: () => choose(theme),
    })),
    { key: 'out', group: 'commands', label: t('web.sign-out'), run: askToLeave },
  ];
  return [...saved, ...pages, ...commands].filter(({ key, label }) => fits(typed, label, PINYIN[key]));
}
