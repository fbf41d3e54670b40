import { Link } from '@tanstack/react-router';
import type { TargetSum, WorksSums } from '../../../src/matters/works/works.contract.ts';
import { decimalOf, isCounted, isWhole, millionths, percentOf, wholeUp } from '../../../src/kernel/quantity.rules.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMeasureText } from '../../works/useMeasureText.ts';
import type { WorksSearch } from './works-search.ts';
import style from './Works.module.css';

/** `built`: whether there are sites at all today. */
type Props = { of: WorksSums; built: boolean; search: WorksSearch };

/** What is promised and measured in all and by category: quantities of one kind added up, and how many have no reading yet. */
export function AreaTable({ of: { sums, areas }, built, search }: Props) {
  const { t, language } = useLanguage();
  const total = areas.reduce((n, { matters }) => n + matters, 0);
  const lines = [
    { area: undefined, name: t('works.all'), matters: total, sums },
    ...areas.map((one) => ({ ...one, area: one.area ?? '', name: one.area ?? t('works.no-area') })),
  ];
  if (sums.length === 0) return <p className="quiet">{t(built ? 'works.none-then' : 'works.none-yet')}</p>;
  return (
    <section
      className={style['scroll']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is wider than the page is reached by the keys
      tabIndex={0}
      aria-label={t('works.by-area')}
    >
      <table className={style['table']}>
        <thead>
          <tr>
            <th scope="col">{t('works.area')}</th>
            <th scope="col">{t('works.count')}</th>
            {sums.map(({ target, name }) => (
              <th key={target} scope="col">
                {name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ area, name, matters, sums: own }) => (
            <tr key={name} data-on={search.area === area}>
              <th scope="row">
                <Link to="/works" search={{ ...search, area, site: undefined }} aria-current={search.area === area}>
                  {name}
                </Link>
              </th>
              <td>{matters}</td>
              {sums.map(({ target }) => (
                <td key={target}>
                  <Sum sum={own.find((one) => one.target === target)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Promised, measured and by how much that falls short of the plan; of what nobody has read nothing is said but that. */
function Sum({ sum }: { sum: TargetSum | undefined }) {
  const t = useLanguage().t;
  const text = useMeasureText();
  if (!sum) return '—';
  const [measured, planned, promised] = [sum.measured, sum.planned, sum.promised].map(millionths) as [
    bigint,
    bigint,
    bigint,
  ];
  // Of what is counted one by one a part is missing whole.
  const counted = isCounted(sum.in) && isWhole(measured) && isWhole(promised);
  const missing = counted ? wholeUp(planned - measured) : planned - measured;
  return (
    <>
      <p>
        <strong>{text(sum.promised, sum.in)}</strong>
      </p>
      {sum.unread < sum.matters && (
        <p className="quiet">
          {t('works.sum', { value: text(sum.measured, sum.in), percent: percentOf(measured, promised) })}
        </p>
      )}
      {measured < planned && (
        <p className={style['short']}>{t('works.short', { n: text(decimalOf(missing), sum.in) })}</p>
      )}
      {/* Sums that were kept on a phone before there was this number say nothing of it. */}
      {sum.beyond && sum.beyond !== '0' && (
        <p className="quiet">{t('works.beyond', { n: text(sum.beyond, sum.in) })}</p>
      )}
      {sum.unread > 0 && <p className="quiet">{t('works.unread.n', { n: sum.unread })}</p>}
    </>
  );
}
