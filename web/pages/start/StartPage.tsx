import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { LanguageSwitch } from '../../frame/LanguageSwitch.tsx';
import { Mark } from '../../frame/Mark.tsx';
import { ThemeSwitch } from '../../frame/ThemeSwitch.tsx';
import { useT } from '../../i18n/language.tsx';
import sheet from '../signin/SignInPage.module.css';
import { FoundForm } from './FoundForm.tsx';
import { setupQuery } from './setup.queries.ts';
import style from './StartPage.module.css';

/** The first page of a server without a city: whoever has the code from its terminal founds one. */
export function StartPage() {
  const t = useT();
  const { data } = useQuery(setupQuery);
  const closed = data?.open === false;
  const title = t(closed ? 'start.closed' : 'start.title');
  useEffect(() => {
    document.title = `${title} · 回音`;
  }, [title]);
  return (
    <main className={sheet['page']} id="page">
      <div className={sheet['corner']}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <div className={style['sheet']}>
        <div className={sheet['mark']}>
          <Mark />
        </div>
        <h1 className={sheet['motto']} tabIndex={-1}>
          {title}
        </h1>
        <p className={sheet['what']}>{t(closed ? 'start.closed.lead' : 'start.lead')}</p>
        {closed ? <Link to="/sign-in">{t('start.sign-in')} →</Link> : <FoundForm />}
      </div>
    </main>
  );
}
