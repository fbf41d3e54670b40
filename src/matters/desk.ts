import { isDesk } from '../directory/index.ts';
import { ruleFor, type Mechanism } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { Nobody } from './life/nobody.rules.ts';

/**
 * Whether this seat takes down under this mechanism what others raise: one of the office's own unit, or of a unit that the city has located,
 * where the mechanism lets a desk register. Asks nothing of the database for anybody else.
 */
export async function takesDown(tx: Tx, caller: Caller | Nobody, mechanism: Mechanism): Promise<boolean> {
  if (caller.role !== 'handler' && caller.role !== 'head') return false;
  if (!caller.unit || !ruleFor(mechanism, 'register')?.by.includes('desk')) return false;
  return isDesk(tx, caller.city, caller.unit);
}
