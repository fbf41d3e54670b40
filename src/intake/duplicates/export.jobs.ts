import { findCaller, findUnits } from '../../directory/index.ts';
import { dayOf, refuse, type Uuid } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import { defineJob, type JobContext } from '../../platform/jobs/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { sheetFile, type Table } from '../../platform/sheets/index.ts';
import { keepFile, workOff } from '../../platform/transfers/index.ts';
import { ExportDuplicates, type DuplicateGroup } from './contract.ts';
import { groupsFrom } from './duplicates.ts';
import { mayAsk } from './duplicates.policy.ts';
import { findSearch } from './duplicates.store.ts';
import { joining } from './search.ts';

const Ask = ExportDuplicates.omit({ id: true });
/** Groups read in one transaction. */
const PAGE = 100;

/** Writes all groups of a mechanism, a matter a row, page after page by their keys, with the rights that the seat has when it is written. */
export const exportDuplicates = defineJob<{ transfer: Uuid }>('intake.export-duplicates', (city, given, context) =>
  workOff(context, city, given.transfer, async (under) => {
    const { account, seat, ask, language } = under.transfer;
    const caller = await findCaller(context.pool, city, account, seat, context.now());
    if (!caller) return refuse('duplicates.export-seat-left', {}, { status: 403 });
    mayAsk(caller);
    const { format, mechanism } = Ask.parse(JSON.parse(ask));
    const written = { rows: 0, total: null };
    const table = await tableOf(context, caller, mechanism, language, (rows) => (written.rows += rows));
    return keepFile(context, city, under, sheetFile(format, table), written);
  }),
);

async function tableOf(
  { pool, now }: JobContext,
  caller: Caller,
  mechanism: string,
  language: Language,
  told: (rows: number) => void,
): Promise<Table> {
  const say = (key: string, params: Record<string, string | number> = {}): string => sentence(language, key, params);
  const { name, search } = await transact(pool, caller, async (tx) => ({
    name: (await joining(tx, caller.city)).find(({ key }) => key === mechanism)?.mechanism.name[language] ?? mechanism,
    search: await findSearch(tx, caller.city, mechanism),
  }));
  async function* rows(): ReturnType<Table['rows'][typeof Symbol.asyncIterator]> {
    let group = 0;
    for (let after: Uuid | null | undefined; after !== null;) {
      const from: Uuid | null = after ?? null;
      const page = await transact(pool, caller, async (tx) => {
        const { groups, next } = await groupsFrom(tx, caller, mechanism, from, PAGE, now());
        return { groups, next, words: await wordsOf(tx, caller.city, language) };
      });
      const cells = page.groups.flatMap((one) => cellsOf(one, ++group, page.words));
      told(cells.length);
      yield cells;
      after = page.next;
    }
  }
  const at = now().toISOString();
  const columns = { group: 8, number: 20, text: 64, shared: 40, lead: 22, stage: 14, registered: 14, gathered: 10 };
  return {
    name: say('duplicates.sheet'),
    about: {
      name: say('transfer.sheet.about'),
      said: say('duplicates.export.said', { mechanism: name, read: search?.read ?? 0, at }),
      lines: [
        [say('transfer.about.what'), `${say('duplicates.title')} ${name}`],
        [say('duplicates.export.among'), say('duplicates.export.newest', { read: search?.read ?? 0 })],
        [say('transfer.about.as-of'), say('transfer.as-of', { at: search?.at.toISOString() ?? at })],
        [say('transfer.about.by'), [caller.title, caller.name].filter(Boolean).join(' ')],
      ],
    },
    columns: Object.entries(columns).map(([key, width]) => ({ title: say(`duplicates.column.${key}`), width })),
    rows: { [Symbol.asyncIterator]: rows },
  };

  async function wordsOf(tx: Tx, city: number, of: Language): Promise<Words> {
    const units = await findUnits(tx, city);
    const newest = (await joining(tx, city)).find(({ key }) => key === mechanism)?.mechanism;
    return {
      unit: (id) => (id === null ? null : (units.get(id)?.name ?? null)),
      stage: (key) => newest?.stages[key]?.name[of] ?? key,
      comma: of === 'zh' ? '、' : '; ',
    };
  }
}

type Words = {
  readonly unit: (id: Uuid | null) => string | null;
  readonly stage: (key: string) => string;
  readonly comma: string;
};

const cellsOf = ({ matters }: DuplicateGroup, group: number, { unit, stage, comma }: Words) =>
  matters.map(({ row, shared, gathered }) => [
    group,
    row.number,
    row.text,
    shared.join(comma) || null,
    unit(row.lead),
    stage(row.stage),
    { day: dayOf(new Date(row.registeredAt)) },
    gathered || null,
  ]);
