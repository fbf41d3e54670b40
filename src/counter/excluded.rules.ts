import type { StoryAct } from '../matters/contract.ts';

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
