import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { guidePageOf } from '../frame/guidePage.ts';
import { usePrintOffer } from '../frame/printing.ts';
import { usePlaces } from '../frame/usePlaces.ts';
import { useLanguage } from '../i18n/language.tsx';
import { registrableQuery } from '../matters/queries.ts';
import { useSession } from '../session/session.ts';
import { useTheme } from '../theme/ThemeProvider.tsx';
import { viewsQuery } from '../views/views.ts';
import { fits, type Entry } from './entry.ts';

const THEMES = ['system', 'light', 'dark'] as const;

/** Where one can go, and what can be done wherever one is. */
export function usePageEntries(typed: string): Entry[] {
  const { t, language, speak } = useLanguage();
  const navigate = useNavigate();
  const { role } = useSession().caller;
  const places = usePlaces();
  const { choose } = useTheme();
  const print = usePrintOffer();
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
      run: () => void navigate({ to: '/guide/$chair', params: { chair: guidePageOf[role] } }),
    },
  ];
  const saved = (views ?? []).map(({ id, name, search, own, by }): Entry => ({
    key: `view ${id}`,
    group: 'views',
    label: name,
    hint: own ? undefined : t('views.shared.by', { who: by }),
    run: () => void navigate({ to: '/ledger', search: { ...search, view: id } }),
  }));
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
    ...(print ? [{ key: 'print', group: 'commands' as const, label: t('print'), run: print }] : []),
    { key: 'language', group: 'commands', label: t('web.language.switch'), run: () => void speak(other) },
    ...THEMES.map((theme): Entry => ({
      key: `theme ${theme}`,
      group: 'commands',
      label: t('palette.theme', { theme: t(`web.theme.${theme}`) }),
      run: () => choose(theme),
    })),
  ];
  return [...saved, ...pages, ...commands].filter(({ label }) => fits(typed, label));
}
