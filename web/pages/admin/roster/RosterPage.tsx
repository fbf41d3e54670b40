import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SheetNotes } from '../../../files/SheetNotes.tsx';
import { Page } from '../../../frame/Page.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { useSession } from '../../../session/session.ts';
import { LineList } from './LineList.tsx';
import style from './Roster.module.css';
import { RosterBar } from './RosterBar.tsx';
import { RosterDone } from './RosterDone.tsx';
import { RosterIntake } from './RosterIntake.tsx';
import { useRoster } from './useRoster.ts';

const route = getRouteApi('/desk/admin/roster');

/** Units and people from a file or typed: what each line would do and what is wrong with it, and then all of it at once. */
export function RosterPage() {
  const t = useT();
  const { seat } = useSession().caller;
  const { do: task } = route.useSearch();
  const desk = useRoster(seat);
  const [faultsOnly, setFaultsOnly] = useState(false);
  const { plan, preview, reading, lacking, bringing } = desk;
  const error = reading.error ?? lacking.error ?? bringing.error ?? preview.error;
  return (
    <Page
      title={t(task === 'seats' ? 'roster.page.seats' : 'roster.page')}
      over={<Link to="/admin/units">{t('admin.nav.units')}</Link>}
      lead={t(task === 'seats' ? 'roster.page.seats.lead' : 'roster.page.lead')}
      width="reading"
    >
      {bringing.data && desk.empty && <RosterDone done={bringing.data} />}
      <RosterIntake desk={desk} task={task} />
      {error && <Fault error={error} />}
      {desk.told && <SheetNotes notes={desk.told.notes} />}
      {desk.told && desk.told.unused.length > 0 && (
        <p className={style['note']}>{t('roster.unused', { heads: [...desk.told.unused] })}</p>
      )}
      {plan && plan.faults > 0 && (
        <label className={style['only']}>
          <input type="checkbox" checked={faultsOnly} onChange={({ target }) => setFaultsOnly(target.checked)} />
          {t('roster.faults-only', { n: plan.faults })}
        </label>
      )}
      {(['units', 'people'] as const).map((of) => (
        <LineList key={of} of={of} desk={desk} faultsOnly={faultsOnly && (plan?.faults ?? 0) > 0} />
      ))}
      {!desk.empty && <RosterBar desk={desk} />}
    </Page>
  );
}
