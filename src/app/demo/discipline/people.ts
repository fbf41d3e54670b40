import { addUnits, openPerson } from '../../../directory/index.ts';
import { uuidv7, type Uuid } from '../../../kernel/index.ts';
import { randomPassword, type Caller, type SeatRole } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { CITY } from '../city.ts';
import type { DemoAccount } from '../people.ts';

const UNITS = [
  { key: 'jiwei', name: '莲城市纪委监委', shortName: '纪委监委', kind: 'office' },
  { key: 'gongshanglian', name: '莲城市工商业联合会', shortName: '工商联', kind: 'other' },
] as const;
/** `unit` names one of the above, or one of the city's. */
const SEATS = [
  { key: 'chief', login: 'jijian', name: '方慎行', role: 'head', unit: 'jiwei', title: '监督检查室主任' },
  { key: 'clerk', login: 'jijian-2', name: '岳明清', role: 'handler', unit: 'jiwei', title: '纪检监察员' },
  { key: 'panel', login: 'hegui', name: '秦守正', role: 'handler', unit: 'gongshanglian', title: '合规办主任' },
  { key: 'second', login: 'ducha-2', name: '梁若谷', role: 'supervisor', unit: 'ducha', title: '督查专员' },
  // Who decides the review of what the other two entered.
  { key: 'third', login: 'ducha-3', name: '叶秉直', role: 'supervisor', unit: 'ducha', title: '督查专员' },
] as const;

/** Who handles clues (`chief` and `clerk`), forms panels (`panel`), and shares debarments with the supervision office (`second`; `third` for reviews). */
export type Discipline = Readonly<Record<(typeof SEATS)[number]['key'], Caller>> & {
  readonly accounts: readonly DemoAccount[];
};

/** Opens the units and seats of discipline inspection and of the panel's office; the same names each time. */
export async function openDiscipline(pool: Pool, office: Caller, at: Date): Promise<Discipline> {
  const system = { city: CITY, system: true } as const;
  const units = UNITS.map(({ key: _, ...unit }, i) => ({ ...unit, id: uuidv7(at), aliases: [], sort: 2000 + i }));
  const known = new Map<string, { id: Uuid; name: string }>(units.map((unit, i) => [UNITS[i]!.key, unit]));
  known.set('ducha', { id: office.unit!, name: '市政府督查室' });
  const accounts: DemoAccount[] = [];
  const callers: [string, Caller][] = [];
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, units, at);
    for (const { key, login, name, role, unit: of, title } of SEATS) {
      const unit = known.get(of)!;
      const password = randomPassword();
      const [account, seat] = [uuidv7(at), uuidv7(at)];
      const sits = { id: seat, unit: unit.id, role: role as SeatRole, title };
      await openPerson(tx, system, { id: account, login, name, password, seat: sits }, at);
      accounts.push({ login, password, name, role, unit: unit.name, title });
      callers.push([key, { city: CITY, account, seat, role, unit: unit.id, units: [unit.id], name, title }]);
    }
  });
  return { ...(Object.fromEntries(callers) as Omit<Discipline, 'accounts'>), accounts };
}
