import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/language.tsx';
import { useHotkey } from '../keys/useHotkey.ts';
import { Icon } from './Icon.tsx';
import style from './SearchBox.module.css';

/** Searches the ledger from anywhere; ⌘K, Ctrl-K or / puts the cursor here. */
export function SearchBox() {
  const t = useT();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const inAddress = useRouterState({ select: (state) => (state.location.search as { q?: string }).q ?? '' });
  const [words, setWords] = useState(inAddress);
  useEffect(() => setWords(inAddress), [inAddress]);
  const go = () => field.current?.select();
  useHotkey('mod+k', go);
  useHotkey('/', go);
  return (
    <form
      role="search"
      className={style['box']}
      onSubmit={(event) => {
        event.preventDefault();
        const q = words.trim();
        void navigate({ to: '/ledger', search: q ? { q, scope: 'all' } : {} });
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        name="q"
        maxLength={60}
        value={words}
        aria-label={t('web.search')}
        placeholder={t('web.search.hint')}
        onChange={(event) => setWords(event.target.value)}
      />
      <kbd aria-hidden="true">{/Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'}</kbd>
    </form>
  );
}
