import { no, ok, problem, Refusal, type Result, type Uuid } from '../kernel/index.ts';
import { announce, appendActs, findAct } from '../ledger/index.ts';
import { bear } from './children/bear.acts.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { ActReceipt, ActRequest } from './contract.ts';
import { fold } from './life/fold.rules.ts';
import { nobody, type Nobody } from './life/nobody.rules.ts';
import { project } from './life/project.rules.ts';
import { conceal } from './personal/conceal.acts.ts';
import { givenWhole } from './personal/known.ts';
import { tells } from './life/telling.rules.ts';
import { decideOn } from './matter.acts.ts';
import { firstAnswer, receipt } from './receipt.ts';
import { lockMatter, updateMatter } from './matter.store.ts';
import { getMechanism } from './mechanisms/mechanism.store.ts';
import { seal } from './seal.ts';

type Asked = Omit<ActRequest, 'seen'>;

/**
 * Does an act that the city has ordered to follow of itself, in no seat's name: slips, listing, raising, reminding, where the
 * mechanism has `ladder` among those who may, and what recurs below it. Under the same rules and in the same chain as a person's; `tx` must be the system's.
 * The same id gives the first answer. What the rules have against it is the result, and nothing is written then.
 */
export const actByLadder = (
  tx: Tx,
  city: number,
  matter: Uuid,
  request: Asked,
  now: Date,
): Promise<Result<ActReceipt>> => actByNobody(tx, nobody(city, 'ladder'), matter, request, now);

/**
 * Writes down what another program heard of whoever raised a matter, in no seat's name: where the mechanism has `source` among those who
 * may. What is personal in it is sealed as in a clerk's words. Else as {@link actByLadder}.
 */
export const actBySource = (
  tx: Tx,
  city: number,
  matter: Uuid,
  request: Asked,
  now: Date,
): Promise<Result<ActReceipt>> => actByNobody(tx, nobody(city, 'source'), matter, request, now);

async function actByNobody(
  tx: Tx,
  caller: Nobody,
  matter: Uuid,
  request: Asked,
  now: Date,
): Promise<Result<ActReceipt>> {
  const { city } = caller;
  const held = await lockMatter(tx, city, matter);
  if (!held) return no(problem('matter.not-found', { id: matter }, { status: 404 }));
  const { state } = held;
  const mechanism = await getMechanism(tx, city, state.mechanism, state.version);
  try {
    // Looked for with the row held: two workers that come to the same rung do one act.
    const twin = await findAct(tx, city, request.id);
    if (twin) return ok(firstAnswer(twin, matter, request, null, await givenWhole(tx, city, twin)));
    const under = { caller, now, mechanism, version: state.version, matter: { id: matter, state } };
    const below = await bear(tx, under, { id: matter, state }, request);
    const asDecided = await decideOn(tx, state, { ...under, born: below?.child ?? null }, request);
    const { originators, concerns } = state;
    const parent = state.parent?.id ?? null;
    // The ladder's words are the program's own; those of a source are of people.
    const decided =
      caller.role === 'source'
        ? await conceal(tx, { caller, mechanism, matter, originators, concerns, parent }, asDecided)
        : asDecided;
    const sealed = seal(city, matter, held.hash, decided, fold(state, decided));
    await Promise.all([
      appendActs(tx, [sealed.act, ...(below?.acts ?? [])]),
      ...(below ? [below.write()] : []),
      updateMatter(tx, city, matter, sealed.saved(mechanism), project(state, mechanism)),
      ...(tells(decided, state.originators) ? [announce(tx, city, [sealed.act])] : []),
    ]);
    return ok(receipt(decided, matter, sealed.state.stage));
  } catch (error) {
    if (error instanceof Refusal) return no(error.problem);
    throw error;
  }
}
