import type { Pool } from '../../../src/platform/postgres/index.ts';
import { stage } from '../history.ts';
import type { Ticket } from '../tickets.ts';

/**
 * Writes all tickets into an empty Request Tracker, row for row what its own interface writes for a ticket, a reply and a change of
 * status (but for letters, which nobody is sent): its four role groups with their principals and members, its transactions, and
 * their attachments, in which anything but ASCII stands quoted-printable.
 */
export async function fillRt(owner: Pool, all: readonly Ticket[], now: Date): Promise<void> {
  await stage(owner, all, now, quotedPrintable);
  for (const statement of STATEMENTS) await owner.query(statement);
  await owner.query(`drop table bench_ticket, bench_entry, bench_role, bench_transaction`);
}

const AGENT = (n: string): string => `(select id from users where name = 'agent' || (${n} + 1))`;
const STATUS = (column: string): string => `case ${column} when 'closed' then 'resolved' else ${column} end`;
const HEADERS = (text: string): string => `'Content-Type: text/plain; charset="utf-8"
X-Mailer: MIME-tools 5.510 (Entity 5.510)
X-RT-Interface: REST
MIME-Version: 1.0
Content-Disposition: inline
Content-Transfer-Encoding: binary
X-RT-Original-Encoding: utf-8
Content-Length: ' || octet_length(${text}) || E'\\n'`;
const following = (table: string, rows: string): string =>
  `select setval('${table}_id_seq', (select max(id) from ${rows}))`;

const STATEMENTS = [
  `insert into tickets (id, effectiveid, queue, type, owner, subject, status, starts, started, due, resolved, lastupdatedby, lastupdated,
      creator, created)
    select n, n, (select id from queues where name = 'unit-' || lpad((queue + 1)::text, 2, '0')), 'ticket', ${AGENT('agent')}, subject,
      ${STATUS('status')}, '1970-01-01', case status when 'new' then '1970-01-01' else created end, due + time '10:00',
      coalesce(closed, '1970-01-01'), ${AGENT('agent')}, updated, ${AGENT('agent')}, created
    from bench_ticket order by n`,
  following('tickets', 'tickets'),
  `create unlogged table bench_role as
    select t.n, r.role, r.ordinality, (select max(id) from principals) + row_number() over (order by t.n, r.ordinality) as id,
      ${AGENT('t.agent')} as agent, t.created
    from bench_ticket t, unnest(array['AdminCc', 'Cc', 'Owner', 'Requestor']) with ordinality as r (role, ordinality)`,
  `insert into principals (id, principaltype, disabled) select id, 'Group', 0 from bench_role order by 1`,
  following('principals', 'principals'),
  `insert into groups (id, name, description, domain, instance, creator, created, lastupdatedby, lastupdated)
    select id, role, null, 'RT::Ticket-Role', n, agent, created, agent, created from bench_role order by 1`,
  following('groups', 'groups'),
  `insert into groupmembers (groupid, memberid, creator, created, lastupdatedby, lastupdated)
    select id, case role when 'Owner' then agent else (select id from users where name = 'asker') end, agent, created, agent, created
    from bench_role where role in ('Owner', 'Requestor') order by 1`,
  // Each group is a member of itself, and each row of its own way (via).
  `insert into cachedgroupmembers (id, groupid, memberid, via, immediateparentid, disabled)
    select id, groupid, memberid, id, groupid, 0 from (
      select nextval('cachedgroupmembers_id_seq') as id, groupid, memberid from (
        select id as groupid, id as memberid, 0 as turn from bench_role
        union all select groupid, memberid, 1 from groupmembers where groupid in (select id from bench_role)
        order by groupid, turn) members) numbered`,
  // In the order in which they were done, as ids are given.
  `create unlogged table bench_transaction as
    select nextval('transactions_id_seq') as id, done.* from (
      select n as ticket, -1 as k, 0 as part, 'Create' as type, agent, created as at, subject, body as text, coded, null as was, null as "is"
        from bench_ticket
      union all select ticket, k, 0, 'Correspond', agent, at, null, text, coded, null, null from bench_entry where text is not null
      union all select ticket, k, 1, 'Status', agent, at, null, null, null, ${STATUS('was')}, ${STATUS('"is"')}
        from bench_entry where was <> "is"
      order by at, ticket, k, part) done`,
  `insert into transactions (id, objecttype, objectid, timetaken, type, field, oldvalue, newvalue, data, creator, created)
    select id, 'RT::Ticket', ticket, 0, type, case type when 'Status' then 'Status' end, was, "is",
      case type when 'Correspond' then 'No Subject' end, ${AGENT('agent')}, at
    from bench_transaction order by 1`,
  `insert into attachments (transactionid, parent, messageid, subject, contenttype, contentencoding, content, headers, creator, created)
    select id, 0, 'rt-5.0.3-' || id || '.0-0-0@bench', subject, 'text/plain', 'quoted-printable', coded, ${HEADERS('text')},
      ${AGENT('agent')}, at
    from bench_transaction where coded is not null order by 1`,
];

/** As MIME::QuotedPrint writes what does not end with a line: lines of at most 76 characters, the last one broken off too. */
function quotedPrintable(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of Buffer.from(text)) {
    const next =
      byte < 32 || byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCodePoint(byte);
    if (line.length + next.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += next;
  }
  return `${[...lines, `${line}=`].join('\n')}\n`;
}
