import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const behind = {
  name: 'raised.firms-behind',
  text: 'select originator, enterprise, claims, proven from firms_behind($1)',
};

/** What is known of the enterprise that an originator is, or says they are. `claims`: the credit code that they gave. */
export type FirmBehind = {
  readonly originator: Uuid;
  /** Of the register; null where it has none of that code. */
  readonly enterprise: Uuid | null;
  readonly claims: string | null;
  readonly proven: boolean;
};

/** The enterprises that raised a matter, as far as the caller may know them. */
export const findFirmsBehind = async (tx: Tx, matter: Uuid): Promise<FirmBehind[]> =>
  tx.run<FirmBehind>(behind, [matter]);
