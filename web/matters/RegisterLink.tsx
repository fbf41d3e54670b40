import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { useHotkey } from '../keys/useHotkey.ts';
import { registrableQuery } from './queries.ts';
import style from './RegisterLink.module.css';

/** The way to register a matter by hand, by `n` too; for whom the mechanisms let do so, and for nobody else. */
export function RegisterLink() {
  const t = useT();
  const navigate = useNavigate();
  const { data } = useQuery(registrableQuery);
  const may = Boolean(data?.rows.length);
  useHotkey('n', () => {
    if (may) void navigate({ to: '/matters/new' });
  });
  if (!may) return null;
  return (
    <Link to="/matters/new" className={style['link']} aria-keyshortcuts="n">
      {t('web.register.do')} <kbd aria-hidden="true">N</kbd>
    </Link>
  );
}
