/** What of a candidate says where they stand among others. */
type Candidate = { readonly title: string; readonly why: string | null; readonly onDuty: boolean };

/** Who mediates by what they are there for, as the register names it. */
const MEDIATES = /调解|mediat/iu;

/**
 * Candidates with those first whom one would look for: who is on duty today, then who mediates; last those whom something known keeps from it.
 * Among equals they stay as they are. Pure.
 */
export const likelyFirst = <C extends Candidate>(all: readonly C[]): C[] => all.toSorted((a, b) => rank(a) - rank(b));

const rank = ({ title, why, onDuty }: Candidate): number =>
  (why === null ? 0 : 4) + (onDuty ? 0 : 2) + (MEDIATES.test(title) ? 0 : 1);
