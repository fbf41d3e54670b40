import type { ReactNode } from 'react';
import type { CounterSession } from '../../src/counter/contract.ts';
import style from './Counter.module.css';
import { Way } from './way.tsx';
import { useWords } from './words.tsx';

type Props = { title: string; who: CounterSession | null; onSignOut: () => void; children: ReactNode };

/** The head of every page: whose it is, the other language, who has signed in. */
export function Shell({ title, who, onSignOut, children }: Props) {
  const { t, language, speak } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className={style['shell']}>
      <header className={style['head']}>
        <Way to="/appeal" className={style['home']}>
          {title}
        </Way>
        <nav className={style['tools']} aria-label={t('appeal.nav')}>
          {who && who.matter === null && <Way to="/appeal/mine">{t('appeal.mine')}</Way>}
          {who && (
            <button type="button" className={style['quietButton']} onClick={onSignOut}>
              {t('appeal.sign-out')}
            </button>
          )}
          <button
            type="button"
            className={style['quietButton']}
            lang={other === 'zh' ? 'zh-CN' : 'en'}
            onClick={() => void speak(other)}
          >
            {other === 'zh' ? '中文' : 'English'}
          </button>
        </nav>
      </header>
      <main className={style['main']}>{children}</main>
    </div>
  );
}
