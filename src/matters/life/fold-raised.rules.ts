import { madeBy, said, type Folds } from './folds.rules.ts';
import { formerOf, leadOf, owesAnew } from './former.rules.ts';
import type { MatterState } from './state.rules.ts';

/** What concerns those who raised the matter: what they were asked, promised and answered, and what they say of it. */
export const raisedFolds = {
  originate: (state, { originator, unnamed }, act) => {
    state.originators = [...state.originators, { id: originator, since: act.at, unnamed }];
  },
  file: (state, { filed }) => {
    state.category = filed;
  },
  question: (state, { held }, act) => {
    state.question = { ...madeBy(act), unit: act.unit, text: said<'inquire'>(act).text, held };
  },
  replied: (state) => {
    state.question = null;
  },
  promise: (state, { open }, act) => {
    const { text, due } = said<'promise'>(act);
    state.promise = { ...madeBy(act), unit: act.unit!, text, due, ...(open === undefined ? {} : { open }) };
  },
  draft: (state, _, act) => {
    state.draft = { ...madeBy(act), unit: act.unit, result: said<'propose'>(act).result };
  },
  undraft: (state) => {
    state.draft = null;
  },
  answered: (state, _, act) => {
    forget(state);
    // What was said of another unit's answer is not said of this one's.
    if (state.former && state.former.lead !== leadOf(state)) delete state.former;
    state.question = null;
    state.answer = { ...madeBy(act), unit: act.unit, result: said<'answer'>(act).result };
  },
  struck: (state, _, act) => {
    state.struck = madeBy(act);
  },
  evaluation: (state, _, act) => {
    const { stars, solved, satisfied, text = null, unnamed = false } = said<'evaluate'>(act);
    const evaluation = { ...madeBy(act), by: act.seat!, stars, solved, satisfied, text, unnamed };
    state.evaluations = [...state.evaluations, evaluation];
    // What was heard before was said of a better mood.
    state.callback = null;
    state.attempts = [];
  },
  attempt: (state, _, act) => {
    state.attempts = [...state.attempts, madeBy(act)];
  },
  callback: (state, { no }, act) => {
    const { reached, solved = null, satisfied = null } = said<'callback'>(act);
    state.callback = { ...madeBy(act), reached, solved, satisfied, ...(no ? { no: true } : {}) };
    state.drawn = null;
  },
  drawn: (state, _, act) => {
    state.drawn = { ...madeBy(act), week: said<'draw'>(act).week };
  },
  consent: (state, { by, yes }) => {
    state.consents = [...state.consents.filter((consent) => consent.by !== by), { by, yes }];
  },
  publish: (state, _, act) => {
    const { question, answer } = said<'publish'>(act);
    state.published = { ...madeBy(act), question, answer };
  },
  withdraw: (state) => {
    state.published = null;
  },
  exclusion: (state, { account }, act) => {
    const { reason } = said<'exclude'>(act);
    state.exclusion = { ...madeBy(act), seat: act.seat!, account, reason, agreed: null };
  },
  reviewed: (state, { agreed }) => {
    if (state.exclusion) state.exclusion = { ...state.exclusion, agreed };
  },
  wish: (state, { by, due }, act) => {
    state.erasing = { ...madeBy(act), by, ...(due ? { due } : {}), agreed: null, reason: null };
  },
  forget: (state, { agreed }, act) => {
    const { reason } = said<'forget'>(act);
    if (state.erasing) state.erasing = { ...state.erasing, agreed, reason };
  },
  anew: (state, { former }, act) => {
    const stood = former ? formerOf(state, act) : null;
    // What was owed to whoever is joined was given: from now on it is owed to all alike, or to none.
    if (former && !owesAnew(state)) state.gathered = state.gathered.map(({ owes: _, ...one }) => one);
    forget(state);
    if (stood) state.former = stood;
  },
} satisfies Partial<Folds>;

function forget(state: MatterState): void {
  state.draft = null;
  state.answer = null;
  state.evaluations = [];
  state.callback = null;
  state.attempts = [];
  state.drawn = null;
  state.published = null;
  state.exclusion = null;
  delete state.struck;
}
