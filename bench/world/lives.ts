import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workHour } from '../../src/app/demo/calendar.ts';
import { COURSES, type CourseName, type Step } from '../../src/app/demo/courses.ts';
import { addWorkdays, nationalCalendar, orRefuse, uuidv7, type Day, type Uuid } from '../../src/kernel/index.ts';
import { decide } from '../../src/matters/life/decide.rules.ts';
import { fold } from '../../src/matters/life/fold.rules.ts';
import { project, type MatterRows } from '../../src/matters/life/project.rules.ts';
import type { MatterAct } from '../../src/matters/life/effect.rules.ts';
import type { MatterState } from '../../src/matters/life/state.rules.ts';
import { parseMechanism } from '../../src/mechanism/index.ts';
import { projectFolder } from '../../src/platform/config/index.ts';
import type { FileFacts } from '../../src/platform/files/index.ts';
import type { Caller, Role } from '../../src/platform/identity/index.ts';

export const MECHANISM_SOURCE = readFileSync(join(projectFolder, 'mechanisms/weekly-assignment.yaml'), 'utf8');
export const mechanism = parseMechanism(MECHANISM_SOURCE).mechanism!;
export const MECHANISM = mechanism.key;
const SOURCE_HASH = createHash('sha256').update(MECHANISM_SOURCE).digest('hex');

/** A matter's whole life, decided by the rules themselves. */
export type Life = { readonly acts: readonly MatterAct[]; readonly state: MatterState; readonly rows: MatterRows };
export type Given = {
  readonly city: number;
  readonly units: readonly Uuid[];
  readonly heldOn: Day;
  readonly course: CourseName;
  readonly text: string;
  readonly area: string;
  readonly year: number;
  readonly round: { readonly id: Uuid; readonly number: number } | null;
  readonly n: number;
  readonly confidential?: boolean;
  /** Who sits there, where acts shall be somebody's. */
  readonly sits?: (role: Role, unit: Uuid | null) => Uuid;
};

/** Working days that a matter has, as in the demo. */
const LIMIT = 4;

/** Lives through a course up to `now`; the first unit leads, the others help. */
export function live(given: Given, now: Date): Life {
  const acts: MatterAct[] = [];
  let state: MatterState | null = null;
  const { city, units, heldOn, year, round, n } = given;
  const add = (caller: Caller, kind: MatterAct['kind'], what: Record<string, unknown>, at: Date): void => {
    const files = 'files' in what ? [EVIDENCE_FILE] : [];
    const ask = { id: uuidv7(at), kind: kind as Step['kind'], given: what, caller, now: at, files };
    const under = {
      mechanism,
      version: 1,
      calendar: nationalCalendar,
      filed: null,
      host: null,
      parent: null,
      children: [],
      born: null,
      higher: null,
      appointing: null,
      mentioned: [],
      unitName: (unit: Uuid) => unit,
    };
    const act = orRefuse(decide(state, { ...ask, ...under }, { year, round, n, source: SOURCE_HASH }));
    acts.push(act);
    state = fold(state, act);
  };
  const seat: Seats = (role, unit) => caller(city, given.sits?.(role, unit) ?? SEAT, role, unit);
  const office = seat('supervisor', null);
  const opened = workHour(heldOn, 0, 15);
  const due = addWorkdays(nationalCalendar, heldOn, LIMIT);
  const { text, area, confidential } = given;
  add(office, 'register', { text, area, ...(confidential ? { confidential } : {}) }, opened);
  add(office, 'assign', { lead: units[0]!, co: units.slice(1), due }, opened);
  const steps: readonly Step[] = COURSES[given.course];
  for (const step of steps) {
    const at = workHour(heldOn, step.day, step.hour, step.minute ?? 0);
    if (at > now) break;
    for (const caller of actors(step, seat, units, office)) add(caller, step.kind, what(step, heldOn, units[0]!), at);
  }
  return { acts, state: state!, rows: project(state!, mechanism) };
}

type Seats = (role: Role, unit: Uuid | null) => Caller;

function actors(step: Step, seat: Seats, units: readonly Uuid[], office: Caller): Caller[] {
  if (step.who === 'office') return [office];
  if (step.who === 'mayor') return [seat('mayor', null)];
  return (step.who === 'lead' ? units.slice(0, 1) : units.slice(1)).map((unit) => seat('handler', unit));
}

function what(step: Step, heldOn: Day, lead: Uuid): Record<string, unknown> {
  const given: Record<string, unknown> = { ...step.given };
  if (step.kind === 'answer') given['files'] = [EVIDENCE];
  if (step.kind === 'extend') {
    delete given['days'];
    given['until'] = addWorkdays(nationalCalendar, heldOn, step.given.days);
  }
  if (step.kind === 'grant') given['unit'] = lead;
  return given;
}

/** The file that every answer brings. */
export const EVIDENCE: Uuid = '00000000-0000-7000-8000-00000000f11e';
const EVIDENCE_FILE: FileFacts = { id: EVIDENCE, name: '验收单.pdf', size: 9, sha256: '0'.repeat(64) };
const SEAT: Uuid = '00000000-0000-7000-8000-000000005ea7';
const caller = (city: number, id: Uuid, role: Role, unit: Uuid | null): Caller => ({
  city,
  account: id,
  seat: id,
  role,
  unit,
  units: unit ? [unit] : [],
  name: '演示',
  title: '',
});
