/** Finds a sentence or word in the reader's language, e.g. `matter.act.accept`. Nothing for a key that no catalogue has. */
export type Lookup = (key: string) => string | undefined;

/**
 * The parameters of a refusal with its keys turned into words, lists too: `accept` becomes 签收. Which parameters hold keys
 * stands in the catalogue: `param.act` says where the words of `act` are. A field that an act calls by a name of its own is called so
 * where that act is told beside it (`matter.field-of.list.until`). Stages are named by the mechanism, so their names
 * come from whoever has it. What has no word stays as it is.
 */
export function readable<P extends Readonly<Record<string, unknown>>>(
  params: P,
  lookup: Lookup,
  stageName: Lookup = () => undefined,
): P {
  const worded = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => worded(name, one));
    if (typeof value !== 'string') return value;
    if (name === 'stage' || name === 'stages') return stageName(value) ?? value;
    const words = lookup(`param.${name}`);
    if (words === undefined) return value;
    const own = name === 'field' ? lookup(`${words}-of.${String(params['act'])}.${value}`) : undefined;
    return own ?? lookup(`${words}.${value}`) ?? value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, worded(name, value)])) as P;
}
