import { useEffect, type ReactNode } from 'react';
import style from './FrontSheet.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Mark } from './Mark.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

type Props = {
  title: string;
  /** Its name in the browser’s tab, where another says more than the heading. */
  tab?: string;
  /** Under the heading: what this is. */
  lead: ReactNode;
  /** A form of many parts needs more room than one of two fields. */
  wide?: boolean;
  /** Below the sheet: another way. */
  foot?: ReactNode;
  children: ReactNode;
};

/** A page before the desk, for whoever does not sit at it yet: one sheet with the mark, in any language and light. */
export function FrontSheet({ title, tab = title, lead, wide = false, foot, children }: Props) {
  useEffect(() => {
    document.title = `${tab} · 回音`;
  }, [tab]);
  return (
    <main className={style['page']} id="page">
      <div className={style['corner']}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <div className={style['sheet']} data-wide={wide}>
        <div className={style['mark']}>
          <Mark />
        </div>
        <h1 className={style['title']} tabIndex={-1}>
          {title}
        </h1>
        <p className={style['lead']}>{lead}</p>
        {children}
      </div>
      {foot && <p className={style['foot']}>{foot}</p>}
    </main>
  );
}
