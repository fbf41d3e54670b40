import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportView } from '../../../../src/intake/sheets/contract.ts';
import { SHEET_CHANNEL } from '../../../../src/intake/sheets/choices.rules.ts';
import { saysWho } from '../../../../src/intake/sheets/says-who.rules.ts';
import { TableHelp } from '../../../acts/help/TableHelp.tsx';
import { Button } from '../../../frame/Button.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { registrableQuery } from '../../../matters/queries.ts';
import { Progress } from '../../../transfers/Progress.tsx';
import { underWay } from '../../../transfers/transfers.ts';
import style from './Review.module.css';
import type { Importing } from './useImport.ts';

/** How many rows are chosen, and the act that imports them; then how far it is, and what came of it. */
export function ImportBar({ view, importing }: { view: ImportView; importing: Importing }) {
  const { t, language } = useLanguage();
  const { data } = useQuery(registrableQuery);
  const mechanisms = data?.rows ?? [];
  const [chosenKey, setKey] = useState<string>();
  // What somebody raised is registered where matters are raised, until another is chosen.
  const likely = saysWho(view.mapping) ? mechanisms.find(({ originators }) => originators) : undefined;
  const mechanism = chosenKey ?? likely?.key ?? mechanisms[0]?.key;
  const channels = Object.entries(mechanisms.find(({ key }) => key === mechanism)?.channels ?? {});
  const usual = channels.some(([key]) => key === SHEET_CHANNEL) ? SHEET_CHANNEL : undefined;
  const [chosenWay, setWay] = useState<string>();
  const way = channels.some(([key]) => key === chosenWay) ? chosenWay : usual;
  const { transfer, counts, chosen } = view;
  const rest = (counts.ready ?? 0) + (counts.doubt ?? 0) + (counts.fault ?? 0) + (counts.refused ?? 0);
  if (underWay(transfer))
    return (
      <div className={style['bar']}>
        <span className={style['strong']}>{t('import.going')}</span>
        <Progress of={transfer} />
        <Link to="/transfers">{t('transfers.title')}</Link>
      </div>
    );
  if (transfer.status !== 'review')
    return (
      <div className={style['bar']}>
        <span className={style['strong']}>{t('import.done', { n: counts.imported ?? 0 })}</span>
        {transfer.problem && <span className="quiet">{transfer.problem}</span>}
        {rest > 0 && (
          <Button disabled={importing.busy} onClick={() => importing.review()}>
            {t('import.rest', { n: rest })}
          </Button>
        )}
        <Link to="/ledger" search={{ sort: 'newest', scope: 'all' }}>
          {t('import.ledger')}
        </Link>
      </div>
    );
  return (
    <div className={style['bar']}>
      <fieldset className={style['choose']} aria-label={t('import.choose-rows')}>
        {(['all', 'ready', 'none'] as const).map((which) => (
          <button key={which} type="button" disabled={importing.busy} onClick={() => importing.choose(which)}>
            {t(`import.choose.${which}`)}
          </button>
        ))}
      </fieldset>
      {mechanisms.length > 1 && (
        <select aria-label={t('import.mechanism')} value={mechanism} onChange={({ target }) => setKey(target.value)}>
          {mechanisms.map(({ key, name }) => (
            <option key={key} value={key}>
              {name[language]}
            </option>
          ))}
        </select>
      )}
      {channels.length > 0 && (
        <select
          aria-label={t('import.channel')}
          value={way ?? ''}
          onChange={({ target }) => setWay(target.value || undefined)}
        >
          {usual === undefined && <option value="">{t('import.channel.none')}</option>}
          {channels.map(([key, name]) => (
            <option key={key} value={key}>
              {t('import.channel.of', { channel: name[language] })}
            </option>
          ))}
        </select>
      )}
      <Button
        type="primary"
        size="large"
        disabled={chosen === 0 || !mechanism || importing.busy}
        onClick={() => mechanism && importing.begin({ mechanism, chosen, ...(way ? { channel: way } : {}) })}
      >
        {t('import.go', { n: chosen })}
      </Button>
      <TableHelp of="import" />
    </div>
  );
}
