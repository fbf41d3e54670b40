import { useT } from '../i18n/language.tsx';
import { useTheme, type ThemeChoice } from '../theme/ThemeProvider.tsx';
import { Icon } from './Icon.tsx';
import style from './BarButton.module.css';

const next: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const icon = { system: 'system', light: 'sun', dark: 'moon' } as const;

export function ThemeSwitch() {
  const t = useT();
  const { choice, choose } = useTheme();
  const words = t('web.theme.now', { theme: t(`web.theme.${choice}`) });
  return (
    <button
      type="button"
      className={style['button']}
      title={words}
      aria-label={words}
      onClick={() => choose(next[choice])}
    >
      <Icon name={icon[choice]} />
    </button>
  );
}
