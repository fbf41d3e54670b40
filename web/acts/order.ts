import type { MatterView } from '../../src/matters/contract.ts';
import type { Phase } from '../../src/mechanism/contract.ts';
import type { Role } from '../../src/platform/identity/contract.ts';
import type { FormAct } from './fields.ts';

/** Acts for which the matter waits: the first of them that is allowed is the page's one primary act. */
const AWAITED: readonly FormAct[] = [
  'forget',
  'accept',
  'classify',
  'review',
  'callback',
  'verify',
  'exempt',
  'delist',
  'close',
  'reopen',
  'answer',
  'propose',
  'grant',
  'resume',
  'reply',
  'appoint',
  'meet',
  'settle',
  'keep',
];

/** Acts in the order in which they matter to whoever looks: what moves the matter on first, what is said beside it last. */
const order: readonly FormAct[] = [
  ...AWAITED,
  'convene',
  'assign',
  'breach',
  'rule',
  'confirm',
  'clear',
  'involve',
  'measure',
  'inspect',
  'report',
  'divide',
  'help',
  'gain',
  'promise',
  'inquire',
  'return',
  'exclude',
  'evaluate',
  'publish',
  'withdraw',
  'refuse',
  'waive',
  'join',
  'part',
  'deny',
  'extend',
  'remind',
  'slip',
  'instruct',
  'list',
  'raise',
  'lower',
  'fail',
  'retract',
  'refer',
  'drop',
  'unhelp',
  'target',
  'pause',
  'attach',
  'note',
  'revise',
  'correct',
];

/**
 * What of a matter decides the order: its phase, whether somebody was appointed to it, whether it is filed under a category, whether
 * nobody has to be called back, who was or who never will be, and which act is due before the answer.
 */
type Stands = {
  readonly phase: Phase;
  readonly appointed: boolean;
  readonly filed: boolean;
  readonly called: boolean;
  readonly next: string | null;
};
export const standsOf = ({
  row,
  between,
  raised,
  next,
}: Pick<MatterView, 'row' | 'between' | 'raised' | 'next'>): Stands => ({
  phase: row.phase,
  appointed: between?.appointed != null && between.appointed.conflicts === null,
  filed: raised?.category != null,
  called: raised != null && raised.drawn === null && (row.phase === 'closed' || raised.callback !== null),
  next,
});

/**
 * In that order; a mayor’s own word comes first of all, as nobody else can give it. What has a unit already is seldom assigned again:
 * then that comes behind a reminder, as does appointing another than who was; what is filed is seldom filed otherwise; who was called is
 * seldom called again, and what they are not content with is done again; what is due before the answer comes before it, as a reading each
 * month does; and what nobody has yet is assigned before it is struck off, which a thumb would do to it as the one large button of a phone.
 */
export const inOrder = <T extends { kind: string }>(choices: readonly T[], role: Role, stands: Stands): T[] => {
  const place = ({ kind }: T): number => {
    if (role === 'mayor' && kind === 'instruct') return -1;
    if (kind === stands.next) return order.indexOf('answer') - 0.5;
    if (kind === 'appoint' && stands.appointed) return order.indexOf('divide') - 0.5;
    if (kind === 'close' && stands.phase === 'open') return order.indexOf('assign') + 0.5;
    if (kind === 'classify' && stands.filed) return order.indexOf('return') - 0.5;
    if (kind === 'callback' && stands.called) return order.indexOf('withdraw') + 0.5;
    if (kind === 'reopen' && !isAwaited(kind, stands)) return order.indexOf('pause') + 0.5;
    return kind === 'assign' && stands.phase !== 'open'
      ? order.indexOf('instruct') - 0.5
      : order.indexOf(kind as FormAct);
  };
  return choices.toSorted((a, b) => place(a) - place(b));
};

/** Whether the matter waits for this act; to be assigned, appointed to or filed it waits only before it was, to be struck off only after; to be
 * done again where somebody was called and it stands open still. */
export function isAwaited(kind: string, { phase, appointed, filed, called, next }: Stands): boolean {
  if (kind === next) return true;
  if (kind === 'close' && phase === 'open') return false;
  if (kind === 'appoint') return !appointed;
  if (kind === 'classify') return !filed;
  if (kind === 'callback') return !called;
  if (kind === 'reopen') return called && phase === 'answered';
  return AWAITED.some((one) => one === kind) || (kind === 'assign' && phase === 'open');
}
