import {
  addDays,
  addWorkdays,
  dayNumber,
  dayOf,
  decimalOf,
  millionths,
  nationalCalendar,
  uuidv7,
  type Day,
  type Uuid,
} from '../../../kernel/index.ts';
import { bringLives, getNewestMechanism, type LivedStep } from '../../../matters/index.ts';
import type { Mechanism } from '../../../mechanism/index.ts';
import { keepFile, type FileStore } from '../../../platform/files/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { workHour } from '../calendar.ts';
import { CITY } from '../city.ts';
import type { DemoPeople } from '../people.ts';
import { drawnSite } from './drawn.ts';
import { findWanting } from './defects.ts';
import { tend } from './tending.ts';
import { sites, type Site } from './sites.ts';

type Stage = { readonly pool: Pool; readonly files: FileStore; readonly people: DemoPeople };

/** Days before now on which the projects began, and after it by when they are to be done. */
const BEGAN = 70;
const LEFT = 40;
/** How far each unit is, in percent of what is planned: some are ahead, some behind. */
const PACE: Readonly<Record<string, number>> = {
  chengguan: 104,
  donghu: 100,
  zhujian: 92,
  qinghe: 101,
  shuili: 84,
  shiliang: 71,
  kaifaqu: 108,
  jiaotong: 97,
};

/** The sites, by their place in the list, that were done early and are in upkeep; and the working day on which they were accepted. */
const FINISHED: ReadonlySet<number> = new Set([3, 10, 18]);
const ACCEPTED = 24;

/** The city's greening: 62 projects in six categories under way, measured and inspected, with what was found wanting on their sites, by the rules that people's acts go by. */
export async function build(stage: Stage, now: Date): Promise<void> {
  const system = { city: CITY, system: true } as const;
  const today = dayOf(now);
  const begun = addDays(today, -BEGAN);
  const by = addDays(today, LEFT);
  const { supervisor } = stage.people;
  const opened = workHour(begun, 1, 9);
  const file = async (name: string, bytes: Buffer) => (await keepFile(stage, supervisor, { name, bytes }, opened)).id;
  const photo = await file('现场照片（示意）.png', drawnSite());
  const record = await file('查验记录.txt', Buffer.from('\uFEFF按清单逐项查验的记录（演示数据，均为虚构）\n'));
  const projects = await transact(stage.pool, system, async (tx) => {
    const { mechanism } = await getNewestMechanism(tx, CITY, 'project');
    const lives = sites().map((site, i) => lifeOf({ stage, mechanism, begun, by, now, photo, record }, site, i));
    await bringLives(tx, system, 'project', lives, now);
    return lives.map(([first]) => first!.id);
  });
  const finished = projects.filter((_, i) => FINISHED.has(i));
  await tend({ ...stage, photo }, finished, { from: addWorkdays(nationalCalendar, begun, ACCEPTED), now });
  await findWanting({ ...stage, photo }, projects, now);
}

type Building = {
  stage: Stage;
  mechanism: Mechanism;
  begun: Day;
  by: Day;
  now: Date;
  photo: Uuid;
  record: Uuid;
};

function lifeOf({ stage, mechanism, begun, by, now, photo, record }: Building, site: Site, i: number): LivedStep[] {
  const { people } = stage;
  const builder = people.handlers.get(site.lead)!;
  const steps: LivedStep[] = [];
  const does = (caller: Caller, kind: LivedStep['kind'], given: Record<string, unknown>, at: Date): void => {
    if (at <= now) steps.push({ id: uuidv7(at), caller, kind, given, at });
  };
  const on = (workdays: number, hour: number): Date => workHour(begun, workdays, hour, i % 50);
  const { longitude, latitude } = site;
  const place = { text: `莲城市${site.name}`, longitude, latitude };
  const targets = site.targets.map((one) => ({ ...one, from: begun, by }));
  does(people.supervisor, 'register', { text: site.name, area: site.area, place, targets }, on(1, 9));
  does(people.supervisor, 'assign', { lead: people.units.get(site.lead)!, co: [], due: by }, on(1, 11));
  does(builder, 'accept', {}, on(1, 15));
  const inspect = (gate: string, workday: number, fails = false): void => {
    const items = Object.keys(mechanism.gates![gate]!.items).map((item, n) =>
      fails && n === 0 ? { item, verdict: 'fail', text: '与设计不符，限期整改' } : { item, verdict: 'pass' },
    );
    does(
      people.supervisor,
      'inspect',
      { gate, items, files: [record], ...(fails ? { halt: true } : {}) },
      on(workday, 10),
    );
  };
  inspect('design', 5);
  // Some are not measured yet: of those nothing is known.
  const pace = i % 15 === 7 ? null : (PACE[site.lead] ?? 100) + (i % 5) - 2;
  const early = FINISHED.has(i);
  for (const workday of early ? [14] : [14, 26, 38]) {
    if (pace === null) break;
    const day = addWorkdays(nationalCalendar, begun, workday);
    for (const { target, quantity } of site.targets) {
      const whole = millionths(quantity);
      const planned = (whole * BigInt(dayNumber(day) - dayNumber(begun))) / BigInt(BEGAN + LEFT);
      const value = (planned * BigInt(pace)) / 100n;
      const position = { longitude, latitude, accuracy: 6 + (i % 9) };
      does(
        builder,
        'measure',
        { target, value: decimalOf(value - (value % 1000n)), on: day, files: [photo], position },
        on(workday, 16),
      );
    }
  }
  inspect('saplings', 16, i === 21);
  if (early) {
    const day = addWorkdays(nationalCalendar, begun, ACCEPTED - 3);
    for (const { target, quantity } of site.targets)
      does(builder, 'measure', { target, value: quantity, on: day, files: [photo] }, on(ACCEPTED - 3, 16));
    inspect('works', ACCEPTED - 2);
    does(builder, 'answer', { result: '按图完工，苗木成活良好', files: [photo] }, on(ACCEPTED - 1, 16));
    inspect('acceptance', ACCEPTED);
    does(people.supervisor, 'verify', {}, on(ACCEPTED, 15));
  } else if (i !== 21 && i % 3 !== 2) inspect('works', 36);
  return steps;
}
