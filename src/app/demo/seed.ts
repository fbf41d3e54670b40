import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDuplicates } from '../../intake/index.ts';
import { dayOf } from '../../kernel/index.ts';
import { publishMechanism } from '../../matters/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { APRIL, AROUND, LATELY } from './appeals/around.ts';
import { BUSINESS } from './appeals/business.ts';
import { bringLastMonth } from './appeals/last-month.ts';
import { bringLastWeek } from './appeals/last-week.ts';
import { appealEvents, playWeeks, wasTold } from './appeals/play.ts';
import { WORK_AND_UPKEEP } from './appeals/work-and-upkeep.ts';
import { firstDue, meetings, workdayBefore } from './calendar.ts';
import { CITY } from './city.ts';
import { openDisputes } from './disputes/open.ts';
import { openStations } from './disputes/stations.ts';
import { bringDisputes } from './disputes/year.ts';
import { playClues } from './discipline/clues.ts';
import { inspectCompliance } from './discipline/compliance.ts';
import { debar } from './discipline/debarments.ts';
import { openDiscipline } from './discipline/people.ts';
import { enroll } from './enterprises.ts';
import { playHistory } from './history.ts';
import { settle, type DemoAccount } from './people.ts';
import { planTheYear } from './plan/year.ts';
import { build } from './projects/building.ts';
import { rankMonths } from './rankings.ts';
import { copyPractice } from './replication/copying.ts';
import { classify } from './schemes.ts';

const MECHANISMS = [
  'weekly-assignment',
  'statement',
  'task',
  'appeal',
  'dispute',
  'defect',
  'upkeep',
  'project',
  'replication-part',
  'replication',
  'clue',
  'compliance',
  'plan-indicator',
  'annual-plan',
].map((name) => join(import.meta.dirname, `../../../mechanisms/${name}.yaml`));
/** Past weeks that are played; this week's meeting is left for whoever tries the page. */
const WEEKS = 3;
/** The month whose appeals were all answered, and when its city had all that it needs for them. */
const BEGINNING = new Date('2023-02-27T00:30:00Z');
const MARCH = '2023-03-01';
const APRIL_BEGINS = '2023-04-03';
/** Working days back from the first on which something can be due: what is open of the appeals began then. */
const LATELY_WORKDAYS = 6;

/**
 * Makes the demo city in an empty database: units, accounts with random passwords, a scheme of categories, enterprises, the appeals of March 2023,
 * of last month and of the last two weeks with their samples and topics, a year of disputes and those under way, the projects under way, what was found wanting on them and the upkeep of those that are done, the copying of practice, the year's plan, some clues, a compliance panel and two debarments, three weeks of rounds in every state and their bulletins, all by the acts that people use. Returns the accounts, the printed ones first. Takes some seconds.
 */
export async function seedDemo(stage: { pool: Pool; files: FileStore }, now: Date): Promise<DemoAccount[]> {
  const past = meetings(dayOf(now), WEEKS + 1).slice(1);
  const people = await settle(stage.pool, BEGINNING);
  for (const file of MECHANISMS) {
    const source = readFileSync(file, 'utf8');
    await transact(stage.pool, { city: CITY, system: true }, (tx) =>
      publishMechanism(tx, { city: CITY, system: true }, { source }, BEGINNING),
    );
  }
  await classify(stage.pool, BEGINNING);
  const enterprises = await enroll(stage.pool, BEGINNING);
  const raised = { pool: stage.pool, people, enterprises };
  const long = [
    ...appealEvents(raised, [...BUSINESS, ...WORK_AND_UPKEEP, ...AROUND], MARCH),
    ...appealEvents(raised, APRIL, APRIL_BEGINS),
  ];
  await playWeeks(stage.pool, long);
  await wasTold(stage.pool);
  const { stations, accounts } = await openStations(stage.pool, BEGINNING);
  const office = people.supervisor;
  let lately = firstDue(now);
  for (let n = 0; n < LATELY_WORKDAYS; n++) lately = workdayBefore(lately);
  await bringLastMonth(raised, now);
  await bringLastWeek(raised, now);
  const disputes = async () => {
    await bringDisputes({ ...stage, office, stations, enterprises }, BEGINNING, now);
    await openDisputes({ ...stage, office, station: stations[0]!, enterprises }, BEGINNING, now);
  };
  const discipline = await openDiscipline(stage.pool, office, BEGINNING);
  await playClues({ pool: stage.pool, administrator: people.administrator, discipline }, BEGINNING, now);
  await inspectCompliance({ ...stage, people, panel: discipline.panel }, now);
  await debar({ ...stage, office, second: discipline.second }, now);
  await wasTold(stage.pool);
  // Matters of different kinds, which know nothing of each other: while one waits for the database the others go on.
  await Promise.all([
    disputes(),
    build({ ...stage, people }, now),
    copyPractice({ ...stage, people }, now),
    planTheYear({ pool: stage.pool, people }, now),
    playHistory({ ...stage, people, now }, past, appealEvents(raised, LATELY, lately)),
  ]);
  await rankMonths(raised, now);
  await findDuplicates.handle(CITY, {}, { pool: stage.pool, now: () => now });
  return [...people.accounts, ...accounts, ...discipline.accounts];
}
