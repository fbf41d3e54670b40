import { ConfigProvider } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { antdTheme } from './antd.ts';
import { useTheme } from './ThemeProvider.tsx';

/** Gives Ant Design the page's colours and language. */
export function Dress({ children }: { children: ReactNode }) {
  const { locale } = useLanguage();
  const { palette, isDark } = useTheme();
  const theme = useMemo(() => antdTheme(palette, isDark), [palette, isDark]);
  return (
    <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  );
}
