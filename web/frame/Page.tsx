import { useEffect, type ReactNode } from 'react';
import style from './Page.module.css';

type Props = {
  title: string;
  /** Beside the heading: the page's own acts. */
  actions?: ReactNode;
  /** Under the heading, quiet: one sentence or a way back. */
  lead?: ReactNode;
  /** `reading` keeps lines short; `wide` uses the whole desk. */
  width?: 'reading' | 'wide';
  children: ReactNode;
};

/** One page on the desk: its heading (which takes the focus on arrival), its title in the browser, its width. */
export function Page({ title, actions, lead, width = 'wide', children }: Props) {
  useEffect(() => {
    document.title = `${title} · 回音`;
  }, [title]);
  return (
    <div className={style['sheet']} data-width={width}>
      <header className={style['head']}>
        <div className={style['words']}>
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <div className="quiet">{lead}</div>}
        </div>
        {actions && <div className={style['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
