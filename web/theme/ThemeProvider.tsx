import { createContext, use, useLayoutEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { usePrinting } from '../frame/printing.ts';
import { dark, light, type Palette } from './tokens.ts';

/** What the person chose; `system` follows the machine. */
export type ThemeChoice = 'system' | 'light' | 'dark';
type Theme = { choice: ThemeChoice; choose: (choice: ThemeChoice) => void; isDark: boolean; palette: Palette };

const KEY = 'huiyin.theme';
const ThemeContext = createContext<Theme | null>(null);
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const onPaper = matchMedia('print');
const [watchSystem, watchPaper] = [watching(systemDark), watching(onPaper)];

/** Sets the colours as custom properties on the document, so that the style sheets name them and know of no theme. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState<ThemeChoice>(remembered);
  const system = useSyncExternalStore(watchSystem, () => systemDark.matches);
  // Paper is white whatever the screen is: greys made for a dark page are hardly seen on it.
  const paper = useSyncExternalStore(watchPaper, () => onPaper.matches);
  const printing = usePrinting() || paper;
  const isDark = !printing && (choice === 'system' ? system : choice === 'dark');
  const palette = isDark ? dark : light;

  // Before anything is painted: what is printed is not drawn a second time.
  useLayoutEffect(() => {
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

function watching(media: MediaQueryList): (changed: () => void) => () => void {
  return (changed) => {
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  };
}
