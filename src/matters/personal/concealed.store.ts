import type { Uuid } from '../../kernel/index.ts';
import { ACT_COLUMNS, readActs, type StoredAct } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

// As in story.store: a quotation mark within a person's words is always escaped, so that this stands nowhere but where it means it.
const concealing = {
  name: 'matter.concealing',
  text: `select ${ACT_COLUMNS} from act where city = $1 and stream = any ($2::uuid[]) and body like '%"do":"conceal"%'
    order by stream, seq`,
};

/** The acts of these matters in which something personal was replaced by marks. */
export const readConcealing = (tx: Tx, city: number, matters: readonly Uuid[]): Promise<StoredAct[]> =>
  readActs(tx, concealing, [city, matters]);

const attaching = {
  name: 'matter.attaching',
  text: `select ${ACT_COLUMNS} from act where city = $1 and stream = $2 and body like '%"do":"attach"%' order by seq`,
};

/** The acts that attached files to a matter. */
export const readSealedFiles = (tx: Tx, city: number, matter: Uuid): Promise<StoredAct[]> =>
  readActs(tx, attaching, [city, matter]);
