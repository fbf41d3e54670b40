import { findCategory, findCategoryNames, findEnterprises } from '../../directory/index.ts';
import { channelNames, ruleFor, stagesFor, type Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { consentOf } from '../life/consent.rules.ts';
import { triedOn } from '../life/tried.rules.ts';
import type { Uuid } from '../../kernel/index.ts';
import { mayHear, mayKnow, mayKnowFirm } from '../matter.policy.ts';
import { findFirmsBehind } from './firm.store.ts';
import type { Firm, RaisedView } from './raised.contract.ts';

/** What a seat sees of who raised a matter; null under a mechanism whose matters are the city's own. */
export async function viewRaised(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  state: MatterState,
  mechanism: Mechanism,
): Promise<RaisedView | null> {
  if (!mechanism.originators) return null;
  const { originators, channel, category, question, promise, draft, evaluations, callback, joined, gathered } = state;
  const known = originators.filter((one) => mayKnow(caller, one));
  const firms = await firmsOf(tx, caller, id, state);
  const heard = evaluations.filter((one) => mayHear(caller, one, originators));
  return {
    originators: known.map((one) => ({ id: one.id, since: one.since, firm: firms.get(one.id) ?? null })),
    hidden: originators.length - known.length,
    channel: channel === null ? null : (channelNames(mechanism.channels)[channel] ?? { zh: channel, en: channel }),
    place: state.place,
    raiser: state.raiser ?? null,
    media: state.media ?? null,
    scheme: mechanism.scheme ?? null,
    category: category && { code: category.code, way: await findCategoryNames(tx, caller.city, category) },
    wish: state.wish,
    wished: await wished(tx, caller, state, mechanism),
    // What can be answered no more is no open question.
    question:
      question && stagesFor(mechanism, 'reply').includes(state.stage)
        ? { text: question.text, at: question.at, unit: question.unit }
        : null,
    promise: promise && { text: promise.text, due: promise.due, at: promise.at, unit: promise.unit },
    draft: draft && { act: draft.act, result: draft.result, at: draft.at },
    evaluations: heard.map(({ stars, solved, satisfied, text, at }) => ({ stars, solved, satisfied, text, at })),
    unheard: evaluations.length - heard.length,
    callback: callback && {
      reached: callback.reached,
      // What was heard on calling them back about it says the same.
      solved: heard.length < evaluations.length ? null : callback.solved,
      satisfied: heard.length < evaluations.length ? null : callback.satisfied,
      at: callback.at,
    },
    attempts: viewAttempts(state, mechanism),
    drawn: state.drawn?.week ?? null,
    answer: state.answer?.result ?? null,
    consented: consentOf(state),
    published: state.published && {
      question: state.published.question,
      answer: state.published.answer,
      at: state.published.at,
    },
    joined: joined && { id: joined.into, number: joined.number },
    gathered: gathered.map(({ matter, number }) => ({ id: matter, number })),
  };
}

/** The enterprises among those who raised it that this seat may know, by originator. */
async function firmsOf(tx: Tx, caller: Caller, id: Uuid, state: MatterState): Promise<ReadonlyMap<Uuid, Firm>> {
  const may = new Map(
    state.originators.filter((one) => mayKnowFirm(caller, state, one)).map((one) => [one.id, one.unnamed]),
  );
  if (!may.size) return new Map();
  const behind = (await findFirmsBehind(tx, id)).filter(({ originator }) => may.has(originator));
  const registered = await findEnterprises(
    tx,
    caller.city,
    behind.flatMap(({ enterprise }) => enterprise ?? []),
  );
  return new Map(
    behind.map(({ originator, enterprise, claims, proven }): [Uuid, Firm] => {
      const { name = null, size = null, industry = null, code } = (enterprise && registered.get(enterprise)) || {};
      const known = { id: enterprise, code: code ?? claims ?? '', name, size, industry, proven };
      return [originator, { ...known, unnamed: may.get(originator) ?? false }];
    }),
  );
}

/** What whoever raised it chose, while nobody has filed it: it says what they think that it is about. */
async function wished(
  tx: Tx,
  caller: Caller,
  state: MatterState,
  { scheme }: Mechanism,
): Promise<RaisedView['wished']> {
  if (state.wish === null || state.category || scheme === undefined) return null;
  const found = await findCategory(tx, caller.city, scheme, state.wish);
  return found ? findCategoryNames(tx, caller.city, found) : null;
}

function viewAttempts(state: MatterState, mechanism: Mechanism): RaisedView['attempts'] {
  const last = state.attempts.at(-1);
  if (!last || state.callback) return null;
  const tries = ruleFor(mechanism, 'callback')?.tries ?? null;
  return { calls: state.attempts.length, days: triedOn(state).size, at: last.at, tries };
}
