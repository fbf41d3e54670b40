const CONDITION = /^(?<not>not )?(?<word>[a-z-]+)$|^stars (?<sign>=|>=|<=) (?<stars>[1-5])$/u;

/** The sentence for a condition of a mechanism’s file, with what is filled in: `figures.word.answered`, `figures.stars.least`. */
export function sayCondition(
  condition: string,
  say: (key: string, params?: Readonly<Record<string, string | number>>) => string,
): string {
  const groups = CONDITION.exec(condition.trim())?.groups;
  if (groups?.['word']) {
    const word = say(`figures.word.${groups['word']}`);
    return groups['not'] ? say('figures.word.not', { word }) : word;
  }
  if (!groups?.['sign']) return condition;
  const kind = groups['sign'] === '=' ? 'exact' : groups['sign'] === '>=' ? 'least' : 'most';
  return say(`figures.stars.${kind}`, { n: Number(groups['stars']) });
}
