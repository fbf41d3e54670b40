import {
  contactOf,
  findEnterprise,
  findOriginator,
  findOriginatorsBy,
  findRaisedSealed,
  findReaches,
  masked,
} from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { KeptOriginator } from '../contract.ts';
import { findByNumber, findRaisedBy } from './kept.store.ts';

/** Those whose contact this is, or who raised the matter of this number. For the system, asked for by an administrator. */
export async function searchKept(tx: Tx, city: number, q: string): Promise<KeptOriginator[]> {
  const plain = contactOf(q);
  const ids = plain ? await findOriginatorsBy(tx, city, plain) : await findByNumber(tx, city, q);
  return viewKept(tx, city, ids);
}

/** One of them. Throws `enterprises.no-such-originator` (404). */
export async function getKept(tx: Tx, city: number, id: Uuid): Promise<KeptOriginator> {
  const [found] = await viewKept(tx, city, [id]);
  return found ?? refuse('enterprises.no-such-originator', {}, { status: 404 });
}

/** What the city keeps of these originators, masked, and what they raised; of who raised nothing but what is sealed nothing. */
export async function viewKept(tx: Tx, city: number, ids: readonly Uuid[]): Promise<KeptOriginator[]> {
  const reaches = await findReaches(tx, city, ids);
  const raised = new Map((await findRaisedBy(tx, city, ids)).map((row) => [row.originator, row]));
  const kept: KeptOriginator[] = [];
  for (const id of ids) {
    const found = await findOriginator(tx, city, id);
    if (!found || (await findRaisedSealed(tx, id)) === 'only') continue;
    const { kind, erasedAt, enterprise, proven } = found;
    const contacts = reaches.filter(({ originator }) => originator === id).map(({ plain }) => masked(plain));
    const { matters = 0, open = 0, numbers = [] } = raised.get(id) ?? {};
    const name = enterprise && proven ? (await findEnterprise(tx, city, enterprise))?.name : null;
    kept.push({
      originator: id,
      kind,
      erasedAt,
      contacts: contacts.length,
      matters,
      open,
      numbers,
      enterprise: name ?? null,
      masked: contacts,
    });
  }
  return kept;
}
