import { useMemo, useState } from 'react';
import type { JudgedEnterprise } from '../../../../../src/intake/enterprises/enterprise-sheet.contract.ts';
import { MoreButton } from '../../../../frame/MoreButton.tsx';
import { useT, type Translate } from '../../../../i18n/language.tsx';
import type { LineField } from '../../roster/fields.ts';
import style from '../../roster/Roster.module.css';
import { RosterLine } from '../../roster/RosterLine.tsx';
import type { EnterpriseDesk } from './useEnterpriseSheet.ts';

const FIELDS: readonly LineField[] = [
  { name: 'code', label: 'roster.column.enterprise-code', most: 40, must: true },
  { name: 'name', label: 'roster.column.enterprise-name', most: 100 },
  { name: 'industry', label: 'roster.column.enterprise-industry', most: 40 },
  { name: 'staff', label: 'roster.column.enterprise-staff', most: 20 },
  { name: 'revenue', label: 'roster.column.enterprise-revenue', most: 30 },
  { name: 'assets', label: 'roster.column.enterprise-assets', most: 30 },
  { name: 'place', label: 'roster.column.enterprise-place', most: 100 },
];
/** So many lines are shown at once. */
const PAGE = 100;
const ONLY = ['all', 'fault', 'change', 'new'] as const;

/** The lines, each with what it would do; those with faults, those that change something, or all. */
export function SheetLines({ desk: { lines, plan, change } }: { desk: EnterpriseDesk }) {
  const t = useT();
  const [only, setOnly] = useState<(typeof ONLY)[number]>('all');
  const [shown, setShown] = useState(PAGE);
  const judged = useMemo(() => new Map(plan?.lines.map((one) => [one.id, one])), [plan]);
  const of = (state: string) => lines.filter(({ id }) => judged.get(id)?.state === state);
  const counts = { all: lines.length, fault: plan?.faults ?? 0, change: plan?.changes ?? 0, new: plan?.adds ?? 0 };
  // The last that was put right shows all again.
  const asked = only === 'all' || counts[only] === 0 ? lines : of(only);
  return (
    <section className={style['list']} aria-label={t('roster.enterprises.rows', { n: lines.length })}>
      <div className={style['ways']}>
        {ONLY.filter((one) => one === 'all' || counts[one] > 0).map((one) => (
          <label key={one} className={style['only']}>
            <input type="radio" name="only" checked={only === one} onChange={() => setOnly(one)} />
            {t(`roster.enterprises.only.${one}`, { n: counts[one] })}
          </label>
        ))}
      </div>
      <ol>
        {asked.slice(0, shown).map((line) => (
          <RosterLine
            key={line.id}
            line={{ ...line, login: line.code }}
            fields={FIELDS}
            judged={asLine(judged.get(line.id))}
            text={textOf(t, judged.get(line.id))}
            onSet={(to) =>
              change((now) => now.flatMap((one) => (one.id !== line.id ? one : to ? { ...one, ...to } : [])))
            }
          />
        ))}
      </ol>
      {asked.length > shown && <MoreButton busy={false} onMore={() => setShown(shown + PAGE)} />}
    </section>
  );
}

/** A line that changes something is looked at as one that is new. */
const asLine = (one: JudgedEnterprise | undefined) =>
  one && { ...one, state: one.state === 'change' ? ('new' as const) : one.state };

/** What a line would do, in a sentence. */
function textOf(t: Translate, one: JudgedEnterprise | undefined): string {
  if (!one || one.state === 'fault') return '';
  const changes = one.changes.map(({ field, from, to }) =>
    t('roster.enterprises.from-to', {
      field: t(`roster.column.enterprise-${field}`),
      from: from || t('roster.enterprises.unknown'),
      to,
    }),
  );
  const size = t(`enterprises.size.${one.size}`);
  return [t(`roster.enterprises.${one.state}`, { size }), ...changes].join(' · ');
}
