import { findCaller, findUnits } from '../directory/index.ts';
import { monthEnd, refuse, type Calendar, type Day, type Uuid } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { sentence, type Language } from '../platform/i18n/index.ts';
import { defineJob } from '../platform/jobs/index.ts';
import { transact, type Tx } from '../platform/postgres/index.ts';
import { sheetFile, type Table } from '../platform/sheets/index.ts';
import { keepFile, workOff } from '../platform/transfers/index.ts';
import { dutyRoster } from './duty.acts.ts';
import { ExportDuties, type DutyRoster } from './duty.contract.ts';

/** The city's working days, which a room above this one keeps. */
export type CalendarOf = (tx: Tx, city: number, now: Date) => Promise<Calendar>;
const Ask = ExportDuties.omit({ id: true });

/** Writes a month of a unit's roster: a row for each day of duty, each day off that would have been one and each weekend worked. */
export const exportDuties = (calendarOf: CalendarOf) =>
  defineJob<{ transfer: Uuid }>('duties.export', (city, given, context) =>
    workOff(context, city, given.transfer, async (under) => {
      const { account, seat, ask, language } = under.transfer;
      const now = context.now();
      const caller = await findCaller(context.pool, city, account, seat, now);
      if (!caller) return refuse('enterprises.export-seat-left', {}, { status: 403 });
      const { format, unit, month } = Ask.parse(JSON.parse(ask));
      const first = `${month}-01`;
      const span = { from: first, to: monthEnd(first) };
      const { roster, name } = await transact(context.pool, caller, async (tx) => ({
        roster: await dutyRoster(tx, caller, unit, span, { calendar: await calendarOf(tx, city, now), now }),
        name: (await findUnits(tx, city)).get(unit)?.name ?? '',
      }));
      const table = tableOf(roster, { caller, language, name, month, at: now.toISOString() });
      const rows = roster.days.length + roster.skipped.length + roster.madeUp.length;
      return keepFile(context, city, under, sheetFile(format, table), { rows, total: rows });
    }),
  );

type About = { caller: Caller; language: Language; name: string; month: string; at: string };

function tableOf({ days, skipped, madeUp }: DutyRoster, { caller, language, name, month, at }: About): Table {
  const say = (key: string, params: Record<string, string> = {}): string => sentence(language, key, params);
  const rows = [
    ...days.map(({ day, people }) => ({
      day,
      who: people.map((one) => `${one.name}（${one.title}）`),
      note: people.length === 0 ? say('duties.nobody') : '',
    })),
    ...skipped.map((day) => ({ day, who: [] as string[], note: say('duties.off') })),
    // A made-up day on which somebody is on duty says so beside them.
    ...madeUp
      .filter((day) => !days.some((one) => one.day === day))
      .map((day) => ({ day, who: [] as string[], note: say('duties.made-up') })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const cells = rows.map(({ day, who, note }) => [
    day,
    weekdayText(day, language),
    who.join(say('documents.comma')),
    note || (madeUp.includes(day) ? say('duties.made-up') : null),
  ]);
  async function* written() {
    yield cells;
  }
  const title = say('duties.sheet', { month });
  return {
    name: title,
    about: {
      name: say('transfer.sheet.about'),
      said: say('enterprises.export.said', { filters: `${name} ${month}`, at }),
      lines: [
        [say('transfer.about.filters'), `${name} ${month}`],
        [say('transfer.about.as-of'), at],
        [say('transfer.about.by'), [caller.title, caller.name].filter(Boolean).join(' ')],
      ],
    },
    columns: [
      { title: say('duties.column.day'), width: 14 },
      { title: say('duties.column.weekday'), width: 10 },
      { title: say('duties.column.people'), width: 40 },
      { title: say('duties.column.note'), width: 20 },
    ],
    rows: { [Symbol.asyncIterator]: written },
  };
}

const weekdayText = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
