import type { Given } from './given.contract.ts';
import type { Effect, MatterAct } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

type Handled =
  | 'originate'
  | 'file'
  | 'question'
  | 'replied'
  | 'promise'
  | 'draft'
  | 'undraft'
  | 'answered'
  | 'evaluation'
  | 'callback'
  | 'drawn'
  | 'consent'
  | 'publish'
  | 'withdraw'
  | 'exclusion'
  | 'reviewed'
  | 'anew';

/** Takes into a state what concerns those who raised the matter: what they were asked, promised and answered, and what they say of it. */
export function foldRaised(state: MatterState, effect: Extract<Effect, { do: Handled }>, act: MatterAct): void {
  const made = { act: act.id, at: act.at };
  const said = <K extends keyof typeof Given>() => act.given as Given<K>;
  switch (effect.do) {
    case 'originate':
      state.originators = [...state.originators, { id: effect.originator, since: act.at, unnamed: effect.unnamed }];
      return;
    case 'file':
      state.category = effect.filed;
      return;
    case 'question':
      state.question = { ...made, unit: act.unit, text: said<'inquire'>().text, held: effect.held };
      return;
    case 'replied':
      state.question = null;
      return;
    case 'promise':
      state.promise = { ...made, unit: act.unit!, text: said<'promise'>().text, due: said<'promise'>().due };
      return;
    case 'draft':
      state.draft = { ...made, unit: act.unit, result: said<'propose'>().result };
      return;
    case 'undraft':
      state.draft = null;
      return;
    case 'answered':
      forget(state);
      state.question = null;
      state.answer = { ...made, unit: act.unit, result: said<'answer'>().result };
      return;
    case 'evaluation': {
      const { stars, solved, satisfied, text = null, unnamed = false } = said<'evaluate'>();
      const evaluation = { ...made, by: act.seat!, stars, solved, satisfied, text, unnamed };
      state.evaluations = [...state.evaluations, evaluation];
      // What was heard before was said of a better mood.
      state.callback = null;
      return;
    }
    case 'callback': {
      const { reached, solved = null, satisfied = null } = said<'callback'>();
      state.callback = { ...made, reached, solved, satisfied, ...(effect.no ? { no: true } : {}) };
      state.drawn = null;
      return;
    }
    case 'drawn':
      state.drawn = { ...made, week: said<'draw'>().week };
      return;
    case 'consent':
      state.consents = [...state.consents.filter(({ by }) => by !== effect.by), { by: effect.by, yes: effect.yes }];
      return;
    case 'publish': {
      const { question, answer } = said<'publish'>();
      state.published = { ...made, question, answer };
      return;
    }
    case 'withdraw':
      state.published = null;
      return;
    case 'exclusion':
      state.exclusion = {
        ...made,
        seat: act.seat!,
        account: effect.account,
        reason: said<'exclude'>().reason,
        agreed: null,
      };
      return;
    case 'reviewed':
      if (state.exclusion) state.exclusion = { ...state.exclusion, agreed: effect.agreed };
      return;
    case 'anew':
      forget(state);
      return;
  }
}

function forget(state: MatterState): void {
  state.draft = null;
  state.answer = null;
  state.evaluations = [];
  state.callback = null;
  state.drawn = null;
  state.published = null;
  state.exclusion = null;
}
