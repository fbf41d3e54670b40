import { LAST_UUID, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

export type LoggedShowing = {
  id: Uuid;
  at: Date;
  seat: Uuid;
  unit: Uuid | null;
  purpose: string;
  originator: Uuid;
  enterprise: string | null;
  matter: Uuid | null;
  /** Null where the caller may not read the matter. */
  number: string | null;
};
export type ShownFilter = {
  readonly unit: Uuid | null;
  readonly seat: Uuid | null;
  readonly matter: Uuid | null;
  readonly originator: Uuid | null;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly after: { readonly id: Uuid; readonly originator: Uuid } | null;
};

/** One index each: of what is asked, the rarest leads. Of none, the time alone. */
const LEADS = ['matter', 'originator', 'seat', 'unit'] as const;
type Lead = (typeof LEADS)[number] | 'all';

// Under row-level security a bound that is worked out in the statement, with coalesce or a question of its own, is none that an index
// begins at: each is a value. `at <=` says again what the comparison after it says.
const textOf = (
  lead: Lead,
): string => `select s.id, s.at, s.seat, s.unit, s.purpose, s.originator, e.name as enterprise,
    s.matter, m.number
  from (
    select * from contact_shown l where l.city = $1 ${lead === 'all' ? '' : `and l.${lead} = $${LEADS.indexOf(lead) + 3}`}
      and ($3::uuid is null or l.matter = $3) and ($4::uuid is null or l.originator = $4)
      and ($5::uuid is null or l.seat = $5) and ($6::uuid is null or l.unit = $6)
      and l.at >= $7::timestamptz and l.at < $8::timestamptz
      and l.at <= $9::timestamptz and (l.at, l.id, l.originator) < ($9::timestamptz, $10::uuid, $11::uuid)
    order by l.at desc, l.id desc, l.originator desc limit $2
  ) s
    left join originator o on o.city = s.city and o.id = s.originator and o.proven
    left join enterprise e on e.city = o.city and e.id = o.enterprise
    left join matter m on m.city = s.city and m.id = s.matter
  order by s.at desc, s.id desc, s.originator desc`;
const statements = Object.fromEntries(
  (['all', ...LEADS] as const).map((lead) => [lead, { name: `privacy.shown-${lead}`, text: textOf(lead) }]),
) as Record<Lead, { name: string; text: string }>;

const moment = {
  name: 'privacy.shown-at',
  text: 'select at::text as at from contact_shown where city = $1 and id = $2 and originator = $3',
};
const ALL = { at: 'infinity' };

/** Who was shown what is personal, the newest first, older than `after`. Row-level security hides what the caller may not read. */
export async function listShown(tx: Tx, city: number, f: ShownFilter, limit: number): Promise<LoggedShowing[]> {
  const lead = LEADS.find((key) => f[key] !== null) ?? 'all';
  const [before] = f.after ? await tx.run<{ at: string }>(moment, [city, f.after.id, f.after.originator]) : [ALL];
  if (!before) return [];
  const span = [f.from ?? '-infinity', f.until ?? 'infinity'];
  const after = [before.at, f.after?.id ?? LAST_UUID, f.after?.originator ?? LAST_UUID];
  const values = [city, limit, f.matter, f.originator, f.seat, f.unit, ...span, ...after];
  return tx.run<LoggedShowing>(statements[lead], values);
}

const numbers = { name: 'privacy.numbers-of-shown', text: 'select id, number from numbers_of_shown($1)' };

/** The numbers of matters about which somebody was shown something, for whoever reads the log and not the matters; none of what is sealed. */
export async function numbersOfShown(tx: Tx, matters: readonly Uuid[]): Promise<Map<Uuid, string>> {
  if (matters.length === 0) return new Map();
  const rows = await tx.run<{ id: Uuid; number: string }>(numbers, [matters]);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
