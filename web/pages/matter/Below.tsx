import { Link } from '@tanstack/react-router';
import type { ChildView, MatterView } from '../../../src/matters/contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { lineDay } from '../../matters/lineDay.ts';
import { Fault } from '../../problems/Fault.tsx';
import { MatterSlip } from '../../slips/MatterSlip.tsx';
import { slipOf } from '../../slips/slipWords.ts';
import { useBelow, type BelowList } from './useBelow.ts';
import { useLeadText } from '../../matters/useLeadText.ts';
import style from './Below.module.css';

/** So many that are struck off are read beside the others; more fold. */
const FEW = 4;

/** What the matter was divided into: of each where it stands, whose it is, how its time stands and how far it has come. */
export function Below({ view }: { view: MatterView }) {
  const { t } = useLanguage();
  const { n, done, hidden } = view.below;
  const { rows, ...more } = useBelow(view);
  if (!n && !hidden) return null;
  // What comes round again is done a hundred times: what is still to be done must be seen among it.
  const folds = done > FEW;
  const seen = folds ? rows.filter(({ row }) => row.phase !== 'closed') : rows;
  const folded = folds ? rows.filter(({ row }) => row.phase === 'closed') : [];
  const line = (child: ChildView) => <ChildLine key={child.row.id} {...child} />;
  return (
    <section aria-labelledby="below">
      <h2 id="below" className={style['head']}>
        {t('web.below')} <span className={style['count']}>{t('web.below.n', { done, n })}</span>
      </h2>
      <ul className={style['below']}>{seen.map(line)}</ul>
      {folded.length === 0 && <More {...more} />}
      {folded.length > 0 && (
        <details className={style['rest']}>
          <summary>{t('web.below.struck-off', { n: done })}</summary>
          <ul className={style['below']}>{folded.map(line)}</ul>
          <More {...more} />
        </details>
      )}
      {hidden > 0 && <p className="quiet">{t('web.below.hidden', { n: hidden })}</p>}
    </section>
  );
}

/** How many are not listed yet, on paper too, and the button that fetches some of them. */
function More({ left, fetching, error, fetchMore }: Omit<BelowList, 'rows'>) {
  const { t } = useLanguage();
  return (
    <>
      {error && <Fault error={error} />}
      {left > 0 && (
        <p className={style['more']}>
          {t('web.below.left', { n: left })}
          <Button loading={fetching} onClick={fetchMore}>
            {t('web.more')}
          </Button>
        </p>
      )}
    </>
  );
}

function ChildLine({ row, stage, percent }: ChildView) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const leadText = useLeadText();
  const open = row.phase !== 'answered' && row.phase !== 'closed';
  const slip = slipOf(row);
  const on = lineDay(row);
  // Of what is over the slip mostly says the stage already.
  const said = slip !== null && t(`web.slip.${slip.slip}`) === stage[language];
  return (
    <li>
      <p className={style['line']}>
        <MatterSlip row={row} />
        {(open || row.phase === 'closed') && on && <span>{day(on)}</span>}
        {!said && <span className={style['stage']}>{stage[language]}</span>}
        {open && percent !== null && <span>{t('web.below.percent', { percent })}</span>}
      </p>
      <Link to="/matters/$id" params={{ id: row.id }} className={style['words']!}>
        {row.text}
      </Link>
      <p className={style['line']}>
        <span>{leadText(row)}</span>
        {row.co.length > 0 && <span>{t('web.co.n', { n: row.co.length })}</span>}
        <span className="docno">{row.number}</span>
      </p>
    </li>
  );
}
