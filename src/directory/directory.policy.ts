import { problem, type Problem } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { SystemCaller } from '../platform/postgres/index.ts';

/** What can be done to the directory. Reading it is open to everybody who has signed in. */
export type DirectoryAct = 'unit.add' | 'unit.rename' | 'unit.retire' | 'seat.open' | 'seat.end';

/** Why this caller may not change the directory; null when they may: administrators, and the program itself. */
export const whyNot = (caller: Caller | SystemCaller, act: DirectoryAct): Problem | null =>
  'system' in caller || caller.role === 'administrator'
    ? null
    : problem('directory.administrators-only', { act }, { status: 403 });
