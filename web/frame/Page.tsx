import { useEffect, type ReactNode } from 'react';
import { LongTitle } from './LongTitle.tsx';
import style from './Page.module.css';

type Props = {
  title: string;
  /** Its name in the browser's tab, where the title is too long for that. */
  tab?: string;
  /** Over the heading: where one is, in small. */
  over?: ReactNode;
  /** Beside the heading: the page's own acts. */
  actions?: ReactNode;
  /** Under the heading, quiet: one sentence or a way back. */
  lead?: ReactNode;
  /** `reading` keeps lines short, `wide` keeps a page together on a very wide screen; `whole` is for tables, which use all of it. */
  width?: 'reading' | 'wide' | 'whole';
  children: ReactNode;
};

/** One page on the desk: its heading (which takes the focus on arrival), its title in the browser, its width. */
export function Page({ title, tab, over, actions, lead, width = 'wide', children }: Props) {
  useEffect(() => {
    document.title = `${tab ?? title} · 回音`;
  }, [title, tab]);
  return (
    <div className={style['sheet']} data-width={width}>
      <header className={style['head']}>
        <div className={style['words']}>
          {over}
          <LongTitle as="h1">{title}</LongTitle>
          {lead && <div className="quiet">{lead}</div>}
        </div>
        {actions && <div className={style['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
