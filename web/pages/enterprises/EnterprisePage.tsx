import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { sectionOf } from '../../../src/directory/enterprises/industry.rules.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Fault as PageFault } from '../../frame/Fault.tsx';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { MatterBrief } from '../../matters/MatterBrief.tsx';
import { Fault } from '../../problems/Fault.tsx';
import style from './Enterprises.module.css';
import { enterpriseMattersQuery, enterpriseQuery } from './enterprises.queries.ts';

const FEN_PER_WAN = 1_000_000;

/** An enterprise: what is known of it, what it was called, and what it has raised, each to be opened. */
export function EnterprisePage() {
  const t = useT();
  const { instant } = useFormat();
  const { id } = useParams({ from: '/desk/enterprises/$id' });
  const { data: found, error } = useQuery(enterpriseQuery(id));
  const raised = useInfiniteQuery(enterpriseMattersQuery(id));
  if (!found) return error ? <PageFault error={error} /> : <Waiting lines={8} />;
  const { name, code, industry, staff, revenue, assets, place, size, earlier, closedAt } = found;
  const wan = (fen: number | null) => fen !== null && t('enterprises.wan', { n: fen / FEN_PER_WAN });
  const facts = [
    ['code', code],
    ['size', t(`enterprises.size.${size}`)],
    ['industry', industry && `${industry} ${t(`enterprises.section.${sectionOf(industry)}`)}`],
    ['staff', staff !== null && t('admin.enterprise.people', { n: staff })],
    ['revenue', wan(revenue)],
    ['assets', wan(assets)],
    ['place', place],
  ] as const;
  const rows = raised.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={name}
      over={<Link to="/enterprises">{t('enterprises.title')}</Link>}
      lead={closedAt ? t('enterprises.closed', { at: instant(closedAt) }) : undefined}
      width="reading"
    >
      <dl className={style['facts']}>
        {facts.map(([key, said]) => (
          <div key={key}>
            <dt>{t(`enterprises.fact.${key}`)}</dt>
            <dd>{said || <span className="faint">{t('enterprises.unknown')}</span>}</dd>
          </div>
        ))}
        {earlier.map((one) => (
          <div key={one.until}>
            <dt>{t('admin.enterprise.earlier')}</dt>
            <dd>
              {one.name} <span className="faint">{t('admin.until', { at: instant(one.until) })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="raised">
        <h2 id="raised">{t('enterprises.raised')}</h2>
        {raised.error && <Fault error={raised.error} />}
        {raised.data && rows.length === 0 && <Nothing small say={t('enterprises.raised.none')} />}
        <ul className={style['raised']}>
          {rows.map((matter) => (
            <li key={matter.id}>
              <MatterBrief matter={matter}>
                {matter.claimed && <span>{t('enterprises.raised.claimed')}</span>}
              </MatterBrief>
            </li>
          ))}
        </ul>
        {raised.hasNextPage && (
          <MoreButton busy={raised.isFetchingNextPage} onMore={() => void raised.fetchNextPage()} />
        )}
      </section>
    </Page>
  );
}
