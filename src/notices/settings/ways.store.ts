import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Outside } from '../contract.ts';
import { DEFAULT_WAYS, type Ways } from './ways.rules.ts';

const ways = {
  name: 'notice.ways',
  text: `select a.account, s.language, s.digest_at as "digestAt", s.promptly, m.confirmed_at is not null as mail,
      w.url is not null as webhook,
      (select json_object_agg(c.kind, c.channels) from notice_choice c where c.city = $1 and c.account = a.account) as choices
    from unnest($2::uuid[]) as a (account)
      left join notice_setting s on s.city = $1 and s.account = a.account
      left join notice_mail m on m.city = $1 and m.account = a.account
      left join notice_webhook w on w.city = $1 and w.account = a.account`,
};
type Row = {
  account: Uuid;
  language: 'zh' | 'en' | null;
  digestAt: number | null;
  promptly: boolean | null;
  mail: boolean;
  webhook: boolean;
  choices: Record<string, string[]> | null;
};

/** How these people want to be told, as the system; or one person, as themselves. */
export async function findWays(tx: Tx, city: number, accounts: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Ways>> {
  if (accounts.length === 0) return new Map();
  const rows = await tx.run<Row>(ways, [city, [...new Set(accounts)]]);
  return new Map(rows.map((row) => [row.account, waysOf(row)]));
}

function waysOf(row: Row): Ways {
  const reached = new Set<Outside>();
  if (row.mail) reached.add('mail');
  if (row.webhook) reached.add('webhook');
  return {
    language: row.language ?? DEFAULT_WAYS.language,
    digestAt: row.digestAt ?? DEFAULT_WAYS.digestAt,
    promptly: row.promptly ?? DEFAULT_WAYS.promptly,
    choices: new Map(Object.entries(row.choices ?? {})),
    reached,
  };
}
