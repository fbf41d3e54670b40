import { useMemo, useState } from 'react';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { useT } from '../../../i18n/language.tsx';
import { withPerson, withUnit } from './draft.ts';
import { PERSON_FIELDS, UNIT_FIELDS } from './fields.ts';
import { RosterLine } from './RosterLine.tsx';
import style from './Roster.module.css';
import type { RosterDesk } from './useRoster.ts';
import { usePlanText } from './usePlanText.ts';

type Props = { of: 'units' | 'people'; desk: RosterDesk; faultsOnly: boolean };

/** So many lines are shown at once: nobody reads a thousand in one go, and a browser should not have to. */
const PAGE = 100;

/** The units, or the people, each with what it would do. */
export function LineList({ of, desk, faultsOnly }: Props) {
  const t = useT();
  const { unitText, personText } = usePlanText();
  const [shown, setShown] = useState(PAGE);
  const { draft, plan, change } = desk;
  const units = useMemo(() => new Map(plan?.units.map((one) => [one.id, one])), [plan]);
  const people = useMemo(() => new Map(plan?.people.map((one) => [one.seat, one])), [plan]);
  const stateOf = (key: string) => (of === 'units' ? units : people).get(key)?.state;
  const keys = of === 'units' ? draft.units.map(({ id }) => id) : draft.people.map(({ seat }) => seat);
  if (keys.length === 0) return null;
  const asked = new Set((faultsOnly ? keys.filter((key) => stateOf(key) === 'fault') : keys).slice(0, shown));
  const more = (faultsOnly ? keys.filter((key) => stateOf(key) === 'fault').length : keys.length) > shown;
  return (
    <section className={style['list']} aria-label={t(`roster.${of}`)}>
      <h2>
        {t(`roster.${of}`)} <span className="quiet">{keys.length}</span>
      </h2>
      <ol>
        {of === 'units'
          ? draft.units
              .filter(({ id }) => asked.has(id))
              .map((line) => (
                <RosterLine
                  key={line.id}
                  line={line}
                  fields={UNIT_FIELDS}
                  judged={units.get(line.id)}
                  text={unitText(units.get(line.id))}
                  onSet={(to) => change((now) => withUnit(now, line.id, to && { ...line, ...to }))}
                />
              ))
          : draft.people
              .filter(({ seat }) => asked.has(seat))
              .map((line) => (
                <RosterLine
                  key={line.seat}
                  line={line}
                  fields={PERSON_FIELDS}
                  judged={people.get(line.seat)}
                  text={personText(people.get(line.seat))}
                  onSet={(to) => change((now) => withPerson(now, line.seat, to && { ...line, ...to }))}
                />
              ))}
      </ol>
      {more && <MoreButton busy={false} onMore={() => setShown(shown + PAGE)} />}
    </section>
  );
}
