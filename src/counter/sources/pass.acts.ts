import { createHash } from 'node:crypto';
import { originatorCaller } from '../../directory/index.ts';
import { findAct } from '../../ledger/index.ts';
import { orRefuse, refuse, Refusal, uuidv7, type Uuid } from '../../kernel/index.ts';
import { act, actBySource, findMatters, type MatterState } from '../../matters/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { checkAttached, keepAttached, type Checked, type Keeping } from './attached.ts';
import type { PassedOn } from './passed.contract.ts';
import { noting } from './refused.acts.ts';
import type { From } from './source.acts.ts';
import type { TakenRequest } from './source.contract.ts';
import { tell } from './take.acts.ts';
import { findTaken, type Taken } from './taken.store.ts';

/**
 * Takes what a source passes on of whoever raised one of its requests: their reply and their additions are theirs, as if they had written
 * them at the counter; what was heard on calling them back is written down in the source's name. Sent again, it is done once.
 *
 * @throws Refusal `counter.no-such-request` (404), `counter.nothing-asked`, `counter.external-reused` and `counter.asked-otherwise` (409), `counter.goes-on-elsewhere`,
 * `counter.raised-by-several`, and what the rules of the matter say.
 */
export const passOn = (
  { pool, files }: Keeping,
  from: From,
  external: string,
  passed: PassedOn,
  now: Date,
): Promise<TakenRequest> =>
  noting(pool, from, external, now, async () => {
    const { city, source } = from;
    const system = { city, system: true } as const;
    const taken = await transact(pool, system, (tx) => findTaken(tx, city, source.id, external));
    if (!taken) return refuse('counter.no-such-request', {}, { status: 404 });
    const id = idOf(source.id, taken, passed.id);
    await transact(pool, system, (tx) => check(tx, city, taken, id, passed));
    const attached = passed.kind === 'callback' ? [] : await checkAttached(passed.attachments);
    try {
      await done({ pool, files }, from, taken, { id, passed, attached }, now);
    } catch (error) {
      const code = error instanceof Refusal ? error.problem.code : null;
      // What would be right here is another word than on the page.
      if (code === 'matter.nothing-asked') refuse('counter.nothing-asked', {}, { pointer: '/kind' });
      if (code !== 'matter.act-id-reused') throw error;
      refuse('counter.external-reused', { external: passed.id }, { status: 409, pointer: '/id' });
    }
    return transact(pool, system, (tx) => tell(tx, city, taken, now));
  });

async function done(
  { pool, files: store }: Keeping,
  { city, source }: From,
  taken: Taken,
  { id, passed, attached }: { id: Uuid; passed: PassedOn; attached: readonly Checked[] },
  now: Date,
): Promise<void> {
  const { kind, text } = passed;
  const { matter, originator, at } = taken;
  const system = { city, system: true } as const;
  if (kind !== 'callback') {
    // What was joined to another is asked about there, and added to.
    const to = await transact(pool, system, (tx) => movesIn(tx, city, matter));
    const caller = originatorCaller(city, originator, '');
    const files = attached.length
      ? await transact(pool, caller, (tx) => keepAttached(tx, store, caller, { checked: attached, of: id, at }, now))
      : [];
    const beside = kind === 'reply' && files.length ? { files } : {};
    await act(pool, caller, to, { id, kind, given: { text, ...beside } }, now);
    // An addition has no files of its own: they are put there by an act beside it.
    if (kind === 'note' && files.length) {
      const own = idOf(source.id, taken, `${passed.id}/attachments`);
      await act(pool, caller, to, { id: own, kind: 'attach', given: { files } }, now);
    }
    return;
  }
  const { reached, solved = null, satisfied = null } = passed;
  const given = { reached, solved, satisfied, text, through: source.name };
  orRefuse(await transact(pool, system, (tx) => actBySource(tx, city, matter, { id, kind, given }, now)));
}

/** What the rules of a matter cannot know: that its request goes on in another, or that the source read another question. */
async function check(tx: Tx, city: number, taken: Taken, id: Uuid, passed: PassedOn): Promise<void> {
  if (await findAct(tx, city, id)) return;
  const state: MatterState = (await findMatters(tx, city, [taken.matter])).get(taken.matter)!;
  if (state.joined && passed.kind === 'callback') refuse('counter.goes-on-elsewhere');
  // One of several who is content would have spoken for those who are not.
  if (passed.kind === 'callback' && state.originators.length > 1) refuse('counter.raised-by-several');
  const read = passed.kind === 'reply' ? passed.question : null;
  const question = read ? (await moving(tx, city, taken.matter)).question : null;
  if (question && question.act !== read)
    refuse('counter.asked-otherwise', { question: question.act }, { status: 409, pointer: '/question' });
}

/** The matter itself, or the one in which it goes on. */
async function movesIn(tx: Tx, city: number, matter: Uuid): Promise<Uuid> {
  return (await findMatters(tx, city, [matter])).get(matter)?.joined?.into ?? matter;
}

async function moving(tx: Tx, city: number, matter: Uuid): Promise<MatterState> {
  const id = await movesIn(tx, city, matter);
  return (await findMatters(tx, city, [id])).get(id)!;
}

/**
 * Takes words of whoever raised a request without its being said what they are: the reply, where they were asked something, else an
 * addition. As {@link passOn}.
 */
export async function passWords(
  { pool, files }: Keeping,
  from: From,
  { external, number, text }: { external: string; number: string; text: string },
  now: Date,
): Promise<TakenRequest> {
  const { city, source } = from;
  const kind = await transact(pool, { city, system: true }, async (tx) => {
    const taken = await findTaken(tx, city, source.id, external);
    if (!taken) return 'note';
    // Sent again it is what it was; by now nothing may be asked any more.
    const done = await findAct(tx, city, idOf(source.id, taken, number));
    if (done) return done.kind === 'reply' ? 'reply' : 'note';
    return (await moving(tx, city, taken.matter)).question ? 'reply' : 'note';
  });
  return passOn({ pool, files }, from, external, { id: number, kind, text }, now);
}

/** The act's own id, which follows from the source's number for it: whatever is sent again under that is the same act. */
function idOf(source: Uuid, { external, at }: Taken, number: string): Uuid {
  const words = JSON.stringify([source, external, number]);
  return uuidv7(at, createHash('sha256').update(words).digest().subarray(0, 10));
}
