import { Link } from '@tanstack/react-router';
import { sectionOf } from '../../../src/directory/enterprises/industry.rules.ts';
import type { MatterView } from '../../../src/matters/contract.ts';
import { useT, type Translate } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import style from './Facts.module.css';
import { OVERSEERS } from './overseers.ts';

type Firm = NonNullable<NonNullable<MatterView['raised']>['originators'][number]['firm']>;

/** Who raised it: the enterprises that may be known, each with what the register has of it, and how many others there are. */
export function RaisedBy({ view }: { view: MatterView }) {
  const t = useT();
  const { originators } = view.raised!;
  const firms = originators.flatMap(({ id, firm }) => (firm ? [{ key: id, firm }] : []));
  const others = othersThere(t, view, originators.length - firms.length, firms.length > 0);
  return (
    <>
      {firms.map(({ key, firm }) => (
        <FirmLines key={key} firm={firm} />
      ))}
      {others && <div>{others}</div>}
    </>
  );
}

/** An enterprise: its name, which leads overseers to its page, its code and class; of one that the register has not, the code alone. */
function FirmLines({ firm: { id, code, name, size, industry, proven, unnamed } }: { firm: Firm }) {
  const t = useT();
  const { caller } = useSession();
  const known = [
    id && code,
    size && t(`enterprises.size.${size}`),
    industry && t(`enterprises.section.${sectionOf(industry)}`),
    id && !proven && t('web.raised.firm.claimed'),
    unnamed && t('web.raised.firm.unnamed'),
  ];
  return (
    <div>
      {!id || !name ? (
        t('web.raised.firm.unlisted', { code })
      ) : OVERSEERS.has(caller.role) ? (
        <Link to="/enterprises/$id" params={{ id }}>
          {name}
        </Link>
      ) : (
        name
      )}
      <span className={style['said']}>{known.filter(Boolean).join(' · ')}</span>
    </div>
  );
}

/** Those who are named by nothing here; where it stands between parties that are known, nobody else need be. */
function othersThere(t: Translate, { raised, between }: MatterView, n: number, besides: boolean): string | null {
  const { originators, hidden } = raised!;
  if (!originators.length && !hidden)
    return between?.sides.some(({ parties }) => parties.length) ? null : t('web.raised.originators.none');
  const known = n ? [t(besides ? 'web.raised.originators.more' : 'web.raised.originators.n', { n })] : [];
  return [...known, ...(hidden ? [t('web.raised.originators.unnamed')] : [])].join(' · ');
}
