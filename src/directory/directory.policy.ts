import { problem, Refusal, type Problem } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { SystemCaller } from '../platform/postgres/index.ts';
import type { UnitAct } from './contract.ts';
import type { EnterpriseAct } from './enterprises/enterprise.contract.ts';
import type { PersonAct, SeatAct } from './people/people.contract.ts';

/** What can be done to the directory, and what of it not everybody reads. */
export type DirectoryAct =
  | `unit.${'add' | UnitAct['kind']}`
  | `seat.${'open' | SeatAct['kind']}`
  | `person.${'open' | 'list' | PersonAct['kind']}`
  | `enterprise.${'add' | EnterpriseAct['kind']}`
  | 'enterprise.contact'
  | 'scheme.publish'
  | 'register.read';

/** Why this caller may not do that to the directory; null when they may: administrators, and the program itself. */
export const whyNot = (caller: Caller | SystemCaller, act: DirectoryAct): Problem | null =>
  'system' in caller || caller.role === 'administrator'
    ? null
    : problem('directory.administrators-only', { act }, { status: 403 });

/** Throws the refusal of {@link whyNot}. */
export function allow(caller: Caller | SystemCaller, act: DirectoryAct): void {
  const why = whyNot(caller, act);
  if (why) throw new Refusal(why);
}
