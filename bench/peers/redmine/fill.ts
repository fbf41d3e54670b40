import type { Pool } from '../../../src/platform/postgres/index.ts';
import { stage } from '../history.ts';
import type { Ticket } from '../tickets.ts';

/** Writes all tickets into an empty Redmine, row for row what its own interface writes: issues, journals, what they changed. */
export async function fillRedmine(owner: Pool, all: readonly Ticket[], now: Date): Promise<void> {
  await stage(owner, all, now, () => '');
  await owner.query('create index on bench_entry (ticket)');
  for (const statement of STATEMENTS) await owner.query(statement);
  await owner.query(`drop table bench_ticket, bench_entry, bench_journal`);
}

const AGENT = (n: string): string => `(select id from users where login = 'agent' || (${n} + 1))`;
const STATUS = (column: string): string =>
  `(select id from issue_statuses where name = case ${column} when 'new' then 'New' when 'open' then 'In Progress' else 'Closed' end)`;

const STATEMENTS = [
  // Each is the root of its own tree.
  `insert into issues (id, tracker_id, project_id, subject, description, due_date, status_id, assigned_to_id, priority_id, author_id,
      lock_version, created_on, updated_on, start_date, root_id, lft, rgt, closed_on)
    select n, (select id from trackers where name = 'Support'),
      (select id from projects where identifier = 'unit-' || lpad((queue + 1)::text, 2, '0')), subject, body, due, ${STATUS('status')},
      ${AGENT('agent')}, (select id from enumerations where type = 'IssuePriority' and is_default), ${AGENT('agent')},
      (select count(*) from bench_entry e where e.ticket = n), created, updated, created::date, n, 1, 2, closed
    from bench_ticket order by n`,
  `select setval('issues_id_seq', (select max(id) from issues))`,
  `create unlogged table bench_journal as
    select nextval('journals_id_seq') as id, e.* from (select * from bench_entry order by at, ticket, k) e`,
  `insert into journals (id, journalized_id, journalized_type, user_id, notes, created_on)
    select id, ticket, 'Issue', ${AGENT('agent')}, text, at from bench_journal order by 1`,
  `insert into journal_details (journal_id, property, prop_key, old_value, value)
    select id, 'attr', 'status_id', ${STATUS('was')}::text, ${STATUS('"is"')}::text from bench_journal where was <> "is" order by 1`,
];
