import type { MatterView, StoryAct } from '../matters/contract.ts';

/**
 * A story as one of those who raised the matter may be told of exclusions in it: none that is only proposed or that the review did not
 * agree to; one that it agreed to where their own judgement is left out by it, at the moment of the review. `own`: it is their own matter,
 * and not the one that it was joined to. Pure.
 */
export function withExclusions(story: readonly StoryAct[], reader: string, own: boolean): StoryAct[] {
  const told: StoryAct[] = [];
  let judged: StoryAct[] = [];
  let proposed: StoryAct | null = null;
  for (const act of story) {
    if (act.kind === 'evaluate') judged.push(act);
    else if (act.effects.some(({ do: what }) => ANEW.has(String(what)))) judged = [];
    if (act.kind === 'exclude') {
      proposed = act;
      continue;
    }
    told.push(act);
    if (act.kind !== 'review' || !proposed) continue;
    if (act.given['agreed'] === true && isTheirs(judged, reader, own)) told.push({ ...proposed, at: act.at });
    proposed = null;
  }
  return told;
}

/**
 * The stages that a matter went through as they are told: that an exclusion was proposed is no stage of theirs, nor that the review sent it
 * back; once it is agreed to, the way there is. Pure.
 */
export function wayTold({ way, stages }: Pick<MatterView, 'way' | 'stages'>): MatterView['way'] {
  const closed = new Set(stages.filter(({ phase }) => phase === 'closed').map(({ key }) => key));
  const ends = (leg: MatterView['way'][number] | undefined): boolean => leg?.kind === 'review' && closed.has(leg.stage);
  return way.filter((leg, i) => {
    if (leg.kind === 'exclude') return ends(way[i + 1]);
    return leg.kind !== 'review' || ends(leg);
  });
}

/** The stage where it stands, as it is told: while an exclusion is under review, that from which it was proposed. Pure. */
export const stageTold = (view: Pick<MatterView, 'way' | 'stages' | 'row'>): string =>
  (view.way.at(-1)?.kind === 'exclude' ? wayTold(view).at(-1)?.stage : undefined) ?? view.row.stage;

/** After these an earlier judgement is of an answer that stands no more. */
const ANEW: ReadonlySet<string> = new Set(['answered', 'struck', 'anew']);

/**
 * Whether it is their judgement that is left out: they said no; or nobody who judged did, and what was left out is what they said on being
 * called back. Of a judgement that the reader may not hear it is not known, and it is nobody else's then.
 */
function isTheirs(judged: readonly StoryAct[], reader: string, own: boolean): boolean {
  const no = judged.filter(({ given }) => given['solved'] !== true || given['satisfied'] !== true);
  return no.length ? no.some(({ seat }) => seat === reader) : own;
}
