import type { Day, Uuid } from '../../kernel/index.ts';
import { conflicted, type MatterState } from '../../matters/index.ts';
import type { NoticeKind } from '../contract.ts';

/** What a notice says of a matter. */
export type Saying = { readonly kind: NoticeKind; readonly unit: Uuid | null; readonly due: Day | null };
/** What of a matter decides whether it is still so. */
export type Standing = Pick<
  MatterState,
  | 'phase'
  | 'paused'
  | 'units'
  | 'clocks'
  | 'appointed'
  | 'arranged'
  | 'asked'
  | 'draft'
  | 'erasing'
  | 'callback'
  | 'evaluations'
  | 'exclusion'
  | 'gates'
  | 'helpers'
  | 'joined'
  | 'listed'
  | 'raised'
  | 'sealed'
  | 'settlement'
  | 'waiver'
>;

const OWING: ReadonlySet<string> = new Set(['assigned', 'accepted', 'returned']);

/**
 * Whether what a notice says is still so: asked when it is written, and again when it is about to leave the house, perhaps a
 * weekend later. Nobody is pressed about what is struck off or stands still, or was done in the meantime. (A matter that was
 * merged into another is closed.)
 */
export function holds({ kind, unit, due }: Saying, matter: Standing): boolean {
  const part = matter.units.find((u) => u.unit === unit);
  switch (kind) {
    case 'mentioned':
    case 'bulletin':
    case 'swap-asked':
    case 'swap-answered':
      return true;
    case 'instructed':
    case 'extension-decided':
    case 'replied':
    case 'added':
    case 'received':
    case 'helping':
    case 'revised':
      return matter.phase !== 'closed';
    // Whatever its stage: what is struck off may be asked to be forgotten too.
    case 'erasing':
      return matter.erasing?.agreed === null;
    case 'appointed':
      return matter.phase !== 'closed' && matter.appointed?.unit === unit;
    case 'joined':
      return matter.joined !== null;
    case 'assigned':
    case 'returned':
      return matter.phase !== 'closed' && part?.stance === kind;
    case 'refused':
      return matter.phase !== 'closed' && part?.stance === 'refused';
    case 'answered':
      return matter.phase === 'answered';
    case 'session':
      return matter.phase !== 'closed' && matter.arranged?.meetOn === due;
    case 'broken':
      return matter.phase !== 'closed' && (matter.settlement?.obligations.some((o) => o.state === 'broken') ?? false);
    case 'halted':
      return matter.phase !== 'closed' && matter.gates.some(({ halted }) => halted);
    case 'unhalted':
      return matter.phase !== 'closed' && matter.gates.every(({ halted }) => !halted);
    case 'gate-failed':
      return matter.phase !== 'closed' && matter.gates.some(({ passed }) => !passed);
    case 'conflicted':
      return matter.phase !== 'closed' && conflicted(matter).length > 0;
    case 'cleared':
      return matter.phase !== 'closed';
    case 'retracted':
      return matter.settlement !== null;
    case 'waived':
      return matter.phase === 'answered' && matter.waiver?.granted === null;
    case 'exempted':
      return matter.waiver?.granted === true;
    case 'drafted':
      return matter.phase !== 'closed' && matter.draft !== null;
    case 'disputed':
      return matter.phase === 'answered' && (matter.evaluations.length > 0 || matter.callback?.no === true);
    case 'exclusion-proposed':
      return matter.phase === 'answered' && matter.exclusion?.agreed === null;
    case 'extension-asked':
      return matter.phase !== 'closed' && matter.asked.some((a) => a.unit === unit);
    case 'listed':
      return matter.phase !== 'closed' && matter.listed !== null;
    case 'raised':
      return owes(matter) && matter.raised !== null;
    case 'slipped':
    case 'reminded':
      // Of what is sealed no unit owes anything, but those who are named do.
      if (matter.sealed) return !matter.paused && owes(matter);
      return !matter.paused && owes(matter) && part !== undefined && OWING.has(part.stance);
    case 'due-soon':
    case 'overdue':
      return matter.phase !== 'closed' && matter.clocks.some((c) => runs(c) && c.unit === unit && c.due === due);
  }
}

/** Once the whole is answered no unit owes anything. */
const owes = ({ phase }: Standing): boolean => phase !== 'answered' && phase !== 'closed';

const runs = (clock: Standing['clocks'][number]): boolean => clock.stoppedAt === null && clock.paused === null;
