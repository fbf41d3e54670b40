import { ActKind, type ActNames, type ActRule, type Mechanism, type OwnFields, type Phase } from './contract.ts';

/** The rule for an act, or null where the mechanism does not have it. */
export const ruleFor = (mechanism: Mechanism, kind: ActKind): ActRule | null =>
  mechanism.acts[kind] ?? byLaw(mechanism, kind);

/**
 * What no file can leave out: whoever raised a sealed matter may ask to be erased, in every stage, and who is named for it decides
 * (个人信息保护法 第四十七条). Of what is not sealed administrators decide, who keep what is personal.
 */
function byLaw(mechanism: Mechanism, kind: ActKind): ActRule | null {
  const { sealed, originators, stages } = mechanism;
  if (kind === 'recuse') return recused(mechanism);
  if (!sealed || !originators) return null;
  const from = Object.keys(stages);
  if (kind === 'wish') return { by: ['originator'], from };
  return kind === 'forget' ? { by: ['helper'], from } : null;
}

/**
 * Nor that whoever must be impartial is held back, while the matter is open, by an interest in a party that they declare afterwards
 * (人民调解法 第十五条 forbids to favour a party): nobody does it, it follows.
 */
function recused({ parties, acts, stages }: Mechanism): ActRule | null {
  if (!parties || !(acts.appoint || acts.help?.impartial)) return null;
  return { by: ['ladder'], from: Object.keys(stages).filter((stage) => stages[stage]!.phase !== 'closed') };
}

/** What the mechanism calls its acts, where it has names of its own for them. */
export const actNames = (mechanism: Pick<Mechanism, 'acts'>): ActNames =>
  Object.fromEntries(
    ActKind.options.flatMap((kind): [ActKind, NonNullable<ActRule['name']>][] => {
      const name = mechanism.acts[kind]?.name;
      return name ? [[kind, name]] : [];
    }),
  );

/** What the mechanism calls the fields of its acts, where it has names of its own for them. */
export const fieldNames = (mechanism: Pick<Mechanism, 'acts'>): OwnFields =>
  Object.fromEntries(
    ActKind.options.flatMap((kind): [ActKind, NonNullable<ActRule['fields']>][] => {
      const fields = mechanism.acts[kind]?.fields;
      return fields ? [[kind, fields]] : [];
    }),
  );

/** The phase of a stage. Throws on a stage that the mechanism does not have: a checked mechanism never asks for one. */
export function phaseOf(mechanism: Mechanism, stage: string): Phase {
  const found = Object.hasOwn(mechanism.stages, stage) ? mechanism.stages[stage] : undefined;
  if (!found) throw new Error(`mechanism ${mechanism.key} has no stage ${stage}`);
  return found.phase;
}

/** The stages in which an act may be done. Where the file names none: every stage that is not closed. */
export function stagesFor(mechanism: Mechanism, kind: ActKind): string[] {
  const rule = ruleFor(mechanism, kind);
  if (!rule || kind === 'register') return [];
  return rule.from ?? Object.keys(mechanism.stages).filter((stage) => phaseOf(mechanism, stage) !== 'closed');
}

/** Every way from stage to stage: the life of a matter on one screen, and the edges of its picture. */
export function transitions(mechanism: Mechanism): { from: string | null; act: ActKind; to: string }[] {
  return ActKind.options.flatMap((act): { from: string | null; act: ActKind; to: string }[] => {
    const { to, again, instead } = ruleFor(mechanism, act) ?? {};
    const ways = [to, again, instead].flatMap((stage) => stage || []);
    const from = act === 'register' ? [null] : stagesFor(mechanism, act);
    return ways.flatMap((stage) => from.map((at) => ({ from: at, act, to: stage })));
  });
}

const ASIDE: ReadonlySet<ActKind> = new Set(['refuse', 'join', 'waive', 'exempt', 'fail', 'drop', 'refer']);

/**
 * The stages on the ordinary way of a matter: come to from its registration without anybody having refused or said no, having
 * joined it to another, or having ended it otherwise than it was meant to end. The others lie aside, and most matters never see them.
 */
export function ordinaryStages(mechanism: Mechanism): ReadonlySet<string> {
  const known = ordinary.get(mechanism);
  if (known) return known;
  const found = reached(mechanism);
  ordinary.set(mechanism, found);
  return found;
}

/** Found once for each mechanism, which is never altered: every look at a matter asks. */
const ordinary = new WeakMap<Mechanism, ReadonlySet<string>>();

function reached(mechanism: Mechanism): ReadonlySet<string> {
  const steps = ActKind.options.flatMap((act) => {
    const to = ASIDE.has(act) ? undefined : ruleFor(mechanism, act)?.to;
    return to ? [{ from: act === 'register' ? null : stagesFor(mechanism, act), to }] : [];
  });
  const found = new Set(steps.flatMap(({ from, to }) => (from === null ? [to] : [])));
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const { from, to } of steps) if (from?.some((stage) => found.has(stage))) found.add(to);
  }
  return found;
}
