import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addUnits, publishScheme } from '../../src/directory/index.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import type { ActKind } from '../../src/mechanism/index.ts';
import { act, publishMechanism, registerByHand } from '../../src/matters/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';
import { aCaller, anOriginator } from './callers.ts';

const SOURCE = join(import.meta.dirname, '../../mechanisms/appeal.yaml');

export type AppealCity = {
  readonly units: readonly Uuid[];
  readonly office: Caller;
  readonly mayor: Caller;
  readonly handlers: readonly Caller[];
  readonly heads: readonly Caller[];
};

/** A city for tests of what is raised from without: so many units, a scheme of two categories, the shipped mechanism. */
export async function anAppealCity(
  pool: Pool,
  owner: Pool,
  city: number,
  units: number,
  at: Date,
): Promise<AppealCity> {
  const system = { city, system: true } as const;
  const ids = Array.from({ length: units }, () => uuidv7(at));
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [city]);
  await transact(pool, system, async (tx) => {
    const rows = ids.map((id, n) => ({ id, name: `市第${n + 1}局`, kind: 'department' as const }));
    await addUnits(tx, system, rows, at);
    const categories = [
      { code: '07', parent: null, zh: '营商环境', en: 'Doing business', retired: false },
      { code: '0701', parent: '07', zh: '证照办理', en: 'Licences', retired: false },
    ];
    const scheme = { id: uuidv7(at), key: 'appeals', name: { zh: '诉求分类', en: 'Appeals' }, categories, seen: 0 };
    await publishScheme(tx, system, scheme, at);
    await publishMechanism(tx, system, { source: readFileSync(SOURCE, 'utf8') }, at);
  });
  return {
    units: ids,
    office: aCaller({ city, role: 'supervisor', unit: null }),
    mayor: aCaller({ city, role: 'mayor', unit: null }),
    handlers: ids.map((unit) => aCaller({ city, role: 'handler', unit })),
    heads: ids.map((unit) => aCaller({ city, role: 'head', unit })),
  };
}

/** An appeal to a unit (by its place) that went so far; `judged`: what its originator gave with the evaluation. */
export async function anAppeal(
  pool: Pool,
  city: AppealCity,
  { text = '执照换发等了一个月', result = '已办好', unit = 0, firm = anOriginator(), judged }: AppealGiven,
  at: Date,
): Promise<{ id: Uuid; firm: Caller }> {
  const id = uuidv7(at);
  const who = { ...firm, city: city.office.city };
  await transact(pool, who, (tx) => registerByHand(tx, who, { id, mechanism: 'appeal', given: { text } }, at));
  const steps: [Caller, ActKind, Record<string, unknown>][] = [
    [city.office, 'classify', { category: '0701' }],
    [city.office, 'assign', { lead: city.units[unit]!, co: [] }],
    [city.handlers[unit]!, 'accept', {}],
    [city.handlers[unit]!, 'propose', { result }],
    [city.heads[unit]!, 'answer', { result }],
    ...(judged ? [[who, 'evaluate', judged] satisfies [Caller, ActKind, Record<string, unknown>]] : []),
  ];
  for (const [caller, kind, given] of steps) await act(pool, caller, id, { id: uuidv7(at), kind, given }, at);
  return { id, firm: who };
}
type AppealGiven = { text?: string; result?: string; unit?: number; firm?: Caller; judged?: Record<string, unknown> };
