import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { dark, light, type Palette } from './tokens.ts';

/** What the person chose; `system` follows the machine. */
export type ThemeChoice = 'system' | 'light' | 'dark';
type Theme = { choice: ThemeChoice; choose: (choice: ThemeChoice) => void; isDark: boolean; palette: Palette };

const KEY = 'huiyin.theme';
const ThemeContext = createContext<Theme | null>(null);
const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** Sets the colours as custom properties on the document, so that the style sheets name them and know of no theme. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState<ThemeChoice>(remembered);
  const system = useSyncExternalStore(watchSystem, () => systemDark.matches);
  const isDark = choice === 'system' ? system : choice === 'dark';
  const palette = isDark ? dark : light;

  useEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(palette)) root.style.setProperty(`--${name}`, value);
    root.style.colorScheme = isDark ? 'dark' : 'light';
    root.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [palette, isDark]);

  const value = useMemo(() => {
    const choose = (next: ThemeChoice) => {
      localStorage.setItem(KEY, next);
      setChoice(next);
    };
    return { choice, choose, isDark, palette };
  }, [choice, isDark, palette]);
  return <ThemeContext value={value}>{children}</ThemeContext>;
}

export function useTheme(): Theme {
  const theme = use(ThemeContext);
  if (!theme) throw new Error('useTheme outside ThemeProvider');
  return theme;
}

function remembered(): ThemeChoice {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function watchSystem(changed: () => void): () => void {
  systemDark.addEventListener('change', changed);
  return () => systemDark.removeEventListener('change', changed);
}
