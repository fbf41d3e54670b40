import { useRouter, useRouterState } from '@tanstack/react-router';
import { useT } from '../../i18n/language.tsx';
import { Button } from '../Button.tsx';
import { Page } from '../Page.tsx';
import type { Wrong } from './wrong.ts';
import style from './WrongAddress.module.css';

/** So much of a value is shown, in characters: an address may hold anything. */
const SHOWN = 60;

/** In place of a page whose address says something that nothing can be asked by: what, where, what would be right, and the way on. */
export function WrongAddress({ wrong }: { wrong: readonly Wrong[] }) {
  const t = useT();
  const router = useRouter();
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const must = wrong.some((one) => one.must);
  const without = Object.fromEntries(
    Object.entries(search as Record<string, unknown>).filter(([key]) => !wrong.some((one) => one.key === key)),
  );
  const missing = wrong.filter(({ value }) => value === '');
  const parts = missing.map(({ key }) => t('address.part', { what: t(`address.of.${key}`) }));
  const say = ({ key, value, part }: Wrong): string => {
    const what = t(`address.of.${key}`);
    const told = { what, key, value: value.slice(0, SHOWN) };
    return typeof part === 'string' ? t(`address.${part}`, told) : t('address.choice', { ...told, choices: part });
  };
  const go = (href: string) => void router.navigate({ href, replace: true });
  return (
    <Page title={t('address.wrong')} width="reading">
      <div role="alert">
        <ul className={style['wrong']}>
          {missing.length > 0 && <li>{t('address.missing', { what: parts })}</li>}
          {wrong.map((one) => one.value !== '' && <li key={one.key}>{say(one)}</li>)}
        </ul>
      </div>
      <div className={style['ways']}>
        {!must && (
          <Button type="primary" onClick={() => go(`${pathname}${router.options.stringifySearch(without)}`)}>
            {t('address.without', { n: wrong.length })}
          </Button>
        )}
        {pathname.split('/').length > 2 && (
          <Button type={must ? 'primary' : 'default'} onClick={() => go(pathname.slice(0, pathname.lastIndexOf('/')))}>
            {t('address.up')}
          </Button>
        )}
        <Button onClick={() => go('/')}>{t('web.home')}</Button>
      </div>
    </Page>
  );
}
