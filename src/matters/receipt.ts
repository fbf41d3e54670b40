import { canonicalJson, refuse, type Uuid } from '../kernel/index.ts';
import { payloadOf, type StoredAct } from '../ledger/index.ts';
import type { ActReceipt, ActRequest } from './contract.ts';
import type { MatterAct } from './life/effect.rules.ts';
import { hideAll, hidePersonal, unnumbered } from './personal/hide.rules.ts';

/** The matter's act as the ledger holds it. Throws where the body is not a matter's act. */
export function matterAct(stored: StoredAct): MatterAct & { stage: string } {
  const { effects, given, stage, unit } = payloadOf(stored) as Pick<MatterAct, 'effects' | 'given' | 'unit'> & {
    stage: string;
  };
  const { id, seq, kind, seat } = stored;
  return { id, seq, kind, at: stored.at.toISOString(), seat, unit, given, effects, stage };
}

/** The answer first given to an act of that id, if it was this very act of this seat; one id for two acts is a fault. */
export function firstAnswer(
  stored: StoredAct,
  matter: Uuid,
  request: Pick<ActRequest, 'id' | 'kind' | 'given'>,
  seat: Uuid | null,
  whole: Record<string, unknown> | null = null,
): ActReceipt {
  const first = matterAct(stored);
  const same =
    stored.seat === seat &&
    stored.stream === matter &&
    first.kind === request.kind &&
    sameGiven(first.given, request.given, whole);
  if (!same) return refuse('matter.act-id-reused', { id: request.id }, { status: 409 });
  return receipt(first, matter, first.stage);
}

/**
 * What was given is stored as checked (trimmed) and with marks for what is personal; what is sent again is compared through the same eyes,
 * and with the `whole` of what was stored, where it could be opened: what is known to be personal is more each day.
 */
export function sameGiven(
  stored: Record<string, unknown>,
  sent: Record<string, unknown>,
  whole: Record<string, unknown> | null = null,
): boolean {
  const trimmed = JSON.parse(JSON.stringify(sent), (_, v: unknown) => (typeof v === 'string' ? v.trim() : v)) as Record<
    string,
    unknown
  >;
  const kept = canonicalJson(stored);
  return (
    kept === canonicalJson(trimmed) ||
    kept === canonicalJson(hidePersonal(trimmed).given) ||
    kept === canonicalJson(hidePersonal(trimmed, [], 'taken').given) ||
    (whole !== null && canonicalJson(whole) === canonicalJson(trimmed)) ||
    // Words that are sealed cannot be compared: an act sent again under its own id is that act.
    (unnumbered(kept) !== kept && unnumbered(kept) === unnumbered(canonicalJson(hideAll(trimmed, 0).given)))
  );
}

/** The answer to an act: where it stands, and the stage that it led to. */
export const receipt = (a: MatterAct, matter: Uuid, stage: string): ActReceipt => ({
  id: a.id,
  matter,
  seq: a.seq,
  kind: a.kind,
  at: a.at,
  stage,
});
