import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useRef } from 'react';
import { useT } from '../i18n/language.tsx';
import { useHotkey } from '../keys/useHotkey.ts';
import { Icon } from './Icon.tsx';
import style from './SearchBox.module.css';
import { useNarrow } from './useNarrow.ts';

/** Searches the ledger from anywhere; / puts the cursor here. */
export function SearchBox() {
  const t = useT();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const inAddress = useRouterState({ select: (state) => (state.location.search as { q?: string }).q ?? '' });
  useHotkey('/', () => field.current?.select());
  return (
    <search className={style['search']}>
      <form
        className={style['box']}
        onSubmit={(event) => {
          event.preventDefault();
          const q = field.current?.value.trim();
          void navigate({ to: '/ledger', search: q ? { q, scope: 'all' } : {} });
        }}
      >
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          name="q"
          maxLength={60}
          key={inAddress}
          defaultValue={inAddress}
          aria-label={t('web.search')}
          placeholder={t(narrow ? 'web.search.hint.short' : 'web.search.hint')}
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  );
}
