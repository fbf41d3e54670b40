import type { Uuid } from '../../kernel/index.ts';
import type { MatterAct, MatterState } from '../../matters/index.ts';

/** What whoever raised a matter is told of it: that the city did something, and never its words, which their page has. */
export type OriginatorNews =
  | 'asked'
  | 'promised'
  | 'answered'
  | 'anew'
  | 'anew-told'
  | 'excluded'
  | 'agreed'
  | 'kept'
  | 'broken'
  | 'retracted'
  | 'closed'
  | 'struck'
  | 'joined'
  | 'parted';

/** Told later it would be no news, and whoever raised the matter has looked by then. */
const LATEST_MS = 7 * 24 * 60 * 60 * 1000;

/** What an act is to those who raised the matter, if it is theirs to know: nothing of what the units do among themselves. Pure. */
export function newsOf({ kind, effects, given }: MatterAct): OriginatorNews | null {
  switch (kind) {
    case 'inquire':
      return 'asked';
    case 'promise':
      return 'promised';
    case 'answer':
      // A co-unit's answer is for the lead unit.
      return effects.some((effect) => effect.do === 'answered') ? 'answered' : null;
    case 'return':
    case 'reopen':
      // A draft that is sent back was the unit's own.
      if (!effects.some((effect) => effect.do === 'anew')) return null;
      return typeof given['told'] === 'string' ? 'anew-told' : 'anew';
    case 'review':
      return effects.some((effect) => effect.do === 'reviewed' && effect.agreed) ? 'excluded' : null;
    case 'settle':
      return 'agreed';
    case 'keep':
      return 'kept';
    case 'breach':
      return 'broken';
    case 'retract':
      return 'retracted';
    case 'fail':
    case 'drop':
    case 'refer':
      return 'closed';
    case 'close':
      return effects.some((effect) => effect.do === 'struck') ? 'struck' : 'closed';
    case 'join':
      return 'joined';
    case 'part':
      return 'parted';
    default:
      return null;
  }
}

/** Who is told of it, those too whose matter was joined to this one: of an exclusion those alone whose own judgement is left out. Pure. */
export function toldOf(news: OriginatorNews, { originators, evaluations }: MatterState): Uuid[] {
  const no = evaluations.filter(({ solved, satisfied }) => !solved || !satisfied).map(({ by }) => by);
  if (news === 'excluded' && no.length) return originators.filter(({ id }) => no.includes(id)).map(({ id }) => id);
  const shared = news !== 'excluded';
  return originators.filter(({ through }) => through === undefined || shared).map(({ id }) => id);
}

/**
 * The matter as an originator knows it: their own, also where that was joined to this one; null for whoever has no part in it any
 * more. Pure.
 */
export function knownAs(
  { originators, gathered, number }: MatterState,
  matter: Uuid,
  originator: Uuid,
): { matter: Uuid; number: string } | null {
  const one = originators.find(({ id }) => id === originator);
  if (!one) return null;
  const other = gathered.find((each) => each.matter === one.through);
  return other ? { matter: other.matter, number: other.number } : { matter, number };
}

/** Whether what an act told is still so: `matter` is as it is now, which may be some acts later. Pure. */
export function stillNews(
  news: OriginatorNews,
  act: Pick<MatterAct, 'id' | 'at'>,
  matter: MatterState,
  now: Date,
): boolean {
  if (now.getTime() - new Date(act.at).getTime() > LATEST_MS) return false;
  switch (news) {
    case 'asked':
      return matter.question?.act === act.id;
    case 'promised':
      return matter.promise?.act === act.id && matter.answer === null;
    case 'answered':
      return matter.answer?.act === act.id;
    case 'anew':
    case 'anew-told':
      return matter.answer === null && matter.phase !== 'closed';
    case 'agreed':
      return matter.settlement?.act === act.id;
    case 'kept':
    case 'broken':
      return matter.settlement?.obligations.some(({ at }) => at === act.at) ?? false;
    case 'retracted':
      return matter.settlement !== null;
    case 'joined':
      return matter.joined?.act === act.id;
    case 'parted':
      return matter.joined === null;
    case 'excluded':
    case 'closed':
    case 'struck':
      return matter.phase === 'closed';
  }
}
