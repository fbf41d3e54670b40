import { Link } from '@tanstack/react-router';
import type { MatterView } from '../../../src/matters/contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Attachments } from '../../files/Attachments.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { helperCalled } from '../../matters/helperCalled.ts';
import { useUnits } from '../../units/useUnits.ts';
import { Conflict } from './Conflict.tsx';
import { usePartiesApart } from '../../matters/usePartiesApart.ts';
import { Fact } from './Fact.tsx';
import { PlaceFact } from './PlaceFact.tsx';
import style from './Facts.module.css';

/** What is known of the matter besides its words; what isn't known has no line. */
export function Facts({ view }: { view: MatterView }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const {
    row,
    parent,
    helpers,
    aim,
    wanted,
    catalogued,
    unlisted,
    outworded,
    waiver,
    carried,
    gain,
    place,
    raised,
    dueText,
    quantities,
    source,
    files,
    percent,
    counts,
  } = view;
  // How far the work had come when it was last told says nothing once the whole has been answered.
  const done = row.phase === 'answered' || row.phase === 'closed';
  // Two units call their papers alike: whose each is stands beside it.
  const several = new Set(files.map(({ unit }) => unit)).size > 1;
  const tallies = (['bounces', 'reminders', 'returns', 'reopenings', 'extensions'] as const).filter(
    (key) => counts[key] > 0,
  );
  const parties = usePartiesApart(view.between);
  const partyName = (n: number): string => parties.find((party) => party.n === n)?.name ?? '';
  return (
    <dl className={style['facts']}>
      <Fact name={t('web.above')}>
        {parent &&
          (parent.readable ? (
            <Link to="/matters/$id" params={{ id: parent.id }}>
              {parent.number}
            </Link>
          ) : (
            parent.number
          ))}
      </Fact>
      <Fact name={t('web.fact.area')}>{row.area}</Fact>
      {/* Of what somebody raised it stands with what they said. */}
      <Fact name={t('web.raised.place')}>{place && !raised && <PlaceFact folded place={place} />}</Fact>
      <Fact name={t('web.fact.aim')}>{aim}</Fact>
      <Fact name={t('web.fact.wanted')}>{wanted}</Fact>
      <Fact name={t('web.fact.catalogued')}>
        {catalogued &&
          t(catalogued.dropped === null ? 'web.fact.catalogued.item' : 'web.fact.catalogued.dropped', catalogued)}
        {unlisted !== null && t('web.fact.unlisted', { edition: unlisted })}
        {outworded !== null && t('web.fact.outworded', { edition: outworded })}
      </Fact>
      <Fact name={t('web.fact.waiver')}>
        {waiver &&
          t(`web.fact.waiver.${waiver.granted === null ? 'asked' : waiver.granted ? 'granted' : 'refused'}`, {
            reason: waiver.reason,
          })}
      </Fact>
      <Fact name={t('web.fact.carried')}>
        {carried &&
          [
            t(`web.fact.carried.${carried.stands}`, carried),
            carried.text,
            carried.doneOn && t('web.story.carry.on', { on: day(carried.doneOn) }),
            carried.evidence && t('web.story.carry.evidence', { evidence: carried.evidence }),
          ]
            .filter(Boolean)
            .join(t('web.story.comma'))}
      </Fact>
      <Fact name={t('web.fact.gain')}>{gain}</Fact>
      <Fact name={t('web.fact.due')}>
        {row.due && `${day(row.due)}${dueText ? t('web.fact.due.text', { text: dueText }) : ''}`}
      </Fact>
      <Fact name={t('web.fact.percent')}>{percent === null || done ? null : `${percent}%`}</Fact>
      <Fact name={t('web.fact.quantities')}>{[...new Set(quantities.map((one) => one.text))].join(' · ')}</Fact>
      <Fact name={t('web.fact.counts')}>
        {tallies.map((key) => t(`web.count.${key}`, { n: counts[key] })).join(' · ')}
      </Fact>
      <Fact name={t(row.sealed ? 'web.helpers.named' : 'web.helpers')}>
        {helpers.length > 0 &&
          helpers.map(({ seat, unit, kind, title, name, since, conflicts, cleared }) => (
            <p key={seat}>
              {t('web.helpers.since', {
                who: [unit && unitName(unit), helperCalled({ kind, title }, language), name].filter(Boolean).join(' '),
                on: day(cityDay(since)),
              })}
              {(conflicts || cleared) && ' · '}
              <Conflict conflicts={conflicts} cleared={cleared} nameOf={partyName} />
            </p>
          ))}
      </Fact>
      <Fact name={t('web.fact.source')}>
        {source && (
          <Link to="/minutes/$id" params={{ id: source.draft }}>
            {t('web.fact.source.open')}
          </Link>
        )}
      </Fact>
      <Fact name={t('web.fact.files')}>
        {files.length > 0 && (
          <Attachments
            files={files.map(({ unit, ...file }) => (several && unit ? { ...file, of: unitName(unit) } : file))}
          />
        )}
      </Fact>
    </dl>
  );
}
