import { findSitters } from '../../directory/index.ts';
import { helperKind, type Mechanism } from '../../mechanism/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { MatterView } from '../contract.ts';
import type { MatterState } from '../life/state.rules.ts';

/** Those who were asked to help, by whoever sits there now; a seat that nobody sits on any more helps nobody, and is left out. */
export async function viewHelpers(
  tx: Tx,
  city: number,
  { helpers }: Pick<MatterState, 'helpers'>,
  mechanism: Mechanism,
  now: Date,
): Promise<MatterView['helpers']> {
  if (!helpers.length) return [];
  const sitter = await findSitters(
    tx,
    city,
    helpers.map(({ seat }) => seat),
  );
  return helpers.flatMap(({ seat, at, conflicts = null, cleared = false }) => {
    const sits = sitter(seat, now);
    if (!sits) return [];
    const { name, unit, title } = sits;
    const kind = helperKind(mechanism, title)?.name ?? null;
    return [{ seat, name, unit, title, kind, since: at, conflicts, cleared }];
  });
}
