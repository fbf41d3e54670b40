import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { askToLeave } from '../frame/leave/askToLeave.ts';
import { useOffered } from '../frame/offers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { registrableQuery } from '../matters/queries.ts';
import { useTheme } from '../theme/ThemeProvider.tsx';
import type { Entry } from './entry.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Command = Omit<Entry, 'group'>;

/** What can be done wherever one is: to register, to take the list along, to have the page otherwise, to leave. */
export function useCommandEntries(): Entry[] {
  const { t, language, speak } = useLanguage();
  const navigate = useNavigate();
  const { choose } = useTheme();
  const print = useOffered('print') ?? (() => window.print());
  const [xlsx, csv, looks] = [useOffered('export-xlsx'), useOffered('export-csv'), useOffered('looks')];
  const { data } = useQuery(registrableQuery);
  const registrable = data?.rows ?? [];
  const exported = (as: 'xlsx' | 'csv', run: (() => void) | null): Command[] =>
    run ? [{ key: `export ${as}`, label: t('transfers.export'), hint: t(`transfers.format.${as}`), run }] : [];
  const register = (search?: { mechanism: string }) =>
    void navigate({ to: '/matters/new', ...(search ? { search } : {}) });
  const commands: Command[] = [
    ...(registrable.length ? [{ key: 'register', label: t('web.register'), run: () => register() }] : []),
    // A call is taken without a detour over the choice of a mechanism.
    ...registrable
      .filter(({ originators }) => originators)
      .map(({ key, name }): Command => ({
        key: `register ${key}`,
        label: t('palette.register', { name }),
        run: () => register({ mechanism: key }),
      })),
    ...exported('xlsx', xlsx),
    ...exported('csv', csv),
    ...(looks ? [{ key: 'looks', label: t('ledger.looks'), run: looks }] : []),
    { key: 'print', label: t('print'), run: print },
    { key: 'language', label: t('web.language.switch'), run: () => void speak(language === 'zh' ? 'en' : 'zh') },
    ...THEMES.map((theme): Command => ({
      key: `theme ${theme}`,
      label: t('palette.theme', { theme: t(`web.theme.${theme}`) }),
      run: () => choose(theme),
    })),
    { key: 'out', label: t('web.sign-out'), run: askToLeave },
  ];
  return commands.map((command) => ({ ...command, group: 'commands' }));
}
