import { refuse, type Uuid } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import { defineJob, type JobContext } from '../../platform/jobs/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { sheetFile, type Table } from '../../platform/sheets/index.ts';
import { keepFile, workOff } from '../../platform/transfers/index.ts';
import { findCaller } from '../people/seat.store.ts';
import { ExportEnterprises, type Enterprise } from './enterprise.contract.ts';
import { listEnterprises } from './enterprise.store.ts';

const Ask = ExportEnterprises.omit({ id: true });
const PAGE = 500;
const FEN_PER_WAN = 1_000_000;

/** Writes the enterprises of the city, or those that were looked for, page after page by their codes, as whoever asked for it. */
export const exportEnterprises = defineJob<{ transfer: Uuid }>('directory.export-enterprises', (city, given, context) =>
  workOff(context, city, given.transfer, async (under) => {
    const { account, seat, ask, language } = under.transfer;
    const caller = await findCaller(context.pool, city, account, seat, context.now());
    if (!caller) return refuse('enterprises.export-seat-left', {}, { status: 403 });
    const { format, q } = Ask.parse(JSON.parse(ask));
    const written = { rows: 0, total: null };
    const table = tableOf(context, caller, { q, language }, (rows) => (written.rows += rows));
    return keepFile(context, city, under, sheetFile(format, table), written);
  }),
);

/** Headed as the import reads it, so that a file that was put right can be brought in again; the derived size class besides. */
function tableOf(
  { pool, now }: JobContext,
  caller: Caller,
  { q, language }: { q: string; language: Language },
  told: (rows: number) => void,
): Table {
  const say = (key: string, params: Record<string, string> = {}): string => sentence(language, key, params);
  const head = (field: string) => say(`roster.column.enterprise-${field}`);
  async function* rows(): ReturnType<Table['rows'][typeof Symbol.asyncIterator]> {
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      const page = await transact(pool, caller, (tx) =>
        listEnterprises(tx, caller.city, { after: from, q, limit: PAGE }),
      );
      told(page.length);
      yield page.map((one) => cellsOf(one, say));
      after = page.length === PAGE ? page.at(-1)!.code : null;
    }
  }
  const filters = q || say('enterprises.export.all');
  const at = now().toISOString();
  return {
    name: say('roster.sheet.enterprises'),
    about: {
      name: say('transfer.sheet.about'),
      said: say('enterprises.export.said', { filters, at }),
      lines: [
        [say('transfer.about.filters'), filters],
        [say('transfer.about.as-of'), at],
        [say('transfer.about.by'), [caller.title, caller.name].filter(Boolean).join(' ')],
      ],
    },
    columns: [
      { title: head('code'), width: 24 },
      { title: head('name'), width: 36 },
      { title: head('industry'), width: 12 },
      { title: head('staff'), width: 12 },
      { title: head('revenue'), width: 18 },
      { title: head('assets'), width: 18 },
      { title: head('place'), width: 18 },
      { title: say('enterprises.export.size'), width: 12 },
      { title: say('enterprises.export.state'), width: 12 },
    ],
    rows: { [Symbol.asyncIterator]: rows },
  };
}

const wan = (fen: number | null): number | null => (fen === null ? null : fen / FEN_PER_WAN);

const cellsOf = (
  { code, name, industry, staff, revenue, assets, place, size, closedAt }: Enterprise,
  say: (key: string) => string,
) => [
  code,
  name,
  industry,
  staff,
  wan(revenue),
  wan(assets),
  place,
  say(`enterprises.size.${size}`),
  closedAt === null ? null : say('admin.enterprise.closed'),
];
