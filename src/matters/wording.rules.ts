/** Finds a word in the reader's language, e.g. `matter.act.accept`. Nothing for a key that no catalogue has. */
export type Lookup = (key: string) => string | undefined;

/** Parameters that hold keys of the code, and where their words stand. */
const WORDED: Readonly<Record<string, string>> = {
  act: 'matter.act',
  by: 'matter.actor',
  stance: 'matter.stance',
  phase: 'matter.phase',
  part: 'matter.part',
  field: 'matter.field',
};
const STAGES = new Set(['stage', 'stages']);

/**
 * The parameters of a refusal with its keys turned into words, lists too: `accept` becomes 签收. Stages are named by the
 * mechanism, so their names come from whoever has it. What has no word stays as it is.
 */
export function readable<P extends Readonly<Record<string, unknown>>>(
  params: P,
  lookup: Lookup,
  stageName: Lookup = () => undefined,
): P {
  const worded = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => worded(name, one));
    if (typeof value !== 'string') return value;
    if (STAGES.has(name)) return stageName(value) ?? value;
    return Object.hasOwn(WORDED, name) ? (lookup(`${WORDED[name]}.${value}`) ?? value) : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, worded(name, value)])) as P;
}
