import { changeOriginator, forgetMatter } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { newestMechanisms } from '../../matters/index.ts';
import { defineJob, type JobContext } from '../../platform/jobs/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { dueAt, erasesAt, listedUpTo, type Keeping } from './due.rules.ts';
import {
  dropDue,
  findDue,
  listDue,
  findSubject,
  readSubjects,
  type NewDue,
  type StoredDue,
  type Subject,
} from './due.store.ts';

const PAGE = 500;
/** The word that stands as the purpose of an erasure by the period, in the act and in no sentence. */
const BY_PERIOD = 'retention';

/**
 * Each night: lists whose data falls due to be erased within the month, for the administrator to see; then erases those who are due
 * and have been listed for a week. Twice is once: who was erased is listed no more.
 */
export const retention = defineJob<Record<string, never>>('privacy.retention', async (city, _, context) => {
  await listAll(city, context);
  await eraseDue(city, context);
});

async function listAll(city: number, { pool, now }: JobContext): Promise<void> {
  for (let from: Uuid | null | undefined = null; from !== undefined;) {
    const begin: Uuid | null = from;
    from = await transact(pool, { city, system: true }, async (tx) => {
      const subjects = await readSubjects(tx, city, begin, PAGE);
      const last = subjects.length === PAGE ? subjects.at(-1)!.subject : undefined;
      const found: NewDue[] = [];
      for (const subject of subjects) {
        const due = await dueOf(tx, city, subject);
        if (due && due.due <= listedUpTo(now())) found.push(due);
      }
      await listDue(tx, city, { from: begin, upTo: last ?? null }, found, now());
      return last;
    });
  }
}

async function eraseDue(city: number, { pool, now }: JobContext): Promise<void> {
  const system = { city, system: true } as const;
  for (;;) {
    const first: StoredDue[] = await transact(pool, system, (tx) => findDue(tx, city, null, PAGE));
    const ready = first.filter(({ due, listed }) => erasesAt(due, listed) <= now());
    if (ready.length === 0) return;
    // One transaction each: what was erased stays erased if the next one fails. Each is off the list afterwards.
    for (const { subject } of ready) await transact(pool, system, (tx) => eraseOne(tx, city, subject, now()));
  }
}

/** Erases one, unless something was raised meanwhile. */
async function eraseOne(tx: Tx, city: number, id: Uuid, now: Date): Promise<void> {
  const subject = await findSubject(tx, city, id);
  const due = subject && (await dueOf(tx, city, subject));
  await dropDue(tx, city, id);
  if (!subject || !due || due.due > now) return;
  const system = { city, system: true } as const;
  const act = { id: uuidv7(now), kind: 'erase-originator', given: { purpose: BY_PERIOD } } as const;
  if (subject.known) await changeOriginator(tx, system, id, act, now);
  else await forgetMatter(tx, system, id, BY_PERIOD, now);
}

async function dueOf(tx: Tx, city: number, { subject, matters }: Subject): Promise<NewDue | null> {
  // By the periods of today, and not of when it was opened: how long data is kept is no promise to a unit, and may become shorter.
  const today = new Map((await newestMechanisms(tx, city)).map(({ key, mechanism }) => [key, mechanism]));
  const keepings = matters.map((one): Keeping => {
    const open = one.phase !== 'closed';
    return { open, lastAct: new Date(one.at), way: one.way ?? [], mechanism: today.get(one.mechanism) ?? {} };
  });
  const due = dueAt(keepings);
  if (!due) return null;
  const lastAct = new Date(Math.max(...keepings.map((one) => one.lastAct.getTime())));
  return { subject, due, lastAct, matters: matters.length };
}
