import { useT } from '../i18n/language.tsx';
import { useSession } from '../session/session.ts';

/** The way to what everybody reads of listed matters: a page outside the desk, and so one of its own. */
export function PublicList() {
  const t = useT();
  const { city } = useSession().caller;
  return (
    <a href={publicListOf(city)} target="_blank" rel="noreferrer">
      {t('web.listed.public')}
    </a>
  );
}

/** Its address, of this city where several are on one server. */
export const publicListOf = (city: number): string => `/appeal/listed?city=${city}`;
