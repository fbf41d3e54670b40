import { z } from 'zod';
import { ActKind, Actor, Mechanism } from './contract.ts';
import { Moment } from './figures.contract.ts';

/** What may be written for a word: some of a set that has its own names elsewhere, or words of its own. */
export type Choices =
  | { readonly of: 'act' | 'actor' | 'moment' }
  | { readonly of: 'own'; readonly options: readonly string[] };

/** One word of the language of a mechanism. `path` leads to it without the names that the file itself makes up, as in `clocks.limit`. */
export type Word = { readonly path: string; readonly must: boolean; readonly choices: Choices | null };

/** The part of JSON Schema that a strict shape of objects, records, lists and enums comes out as. */
type Shape = {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
};

/**
 * Every word that a mechanism file may have, in the order of the schema and read from it, so that none can be forgotten where they are
 * explained. What something is called (`name`, with `zh` and `en`) is told once, at the top.
 */
export const wordsOf = (): Word[] => below(z.toJSONSchema(Mechanism, { io: 'input' }) as Shape, '');

function below(shape: Shape, path: string): Word[] {
  const own = Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => {
    if (key === 'zh' || key === 'en' || (key === 'name' && path)) return [];
    const here = path ? `${path}.${key}` : key;
    const must = shape.required?.includes(key) ?? false;
    return [{ path: here, must, choices: choicesOf(inner) }, ...below(inner, here)];
  });
  const named = typeof shape.additionalProperties === 'object' ? below(shape.additionalProperties, path) : [];
  return [...own, ...named, ...(shape.items ? below(shape.items, path) : [])];
}

/** The sets that are told in one place for all words that take them. */
const SETS = [
  ['act', ActKind.options],
  ['actor', Actor.options],
  ['moment', Moment.options],
] as const;

function choicesOf(shape: Shape): Choices | null {
  const values = shape.additionalProperties;
  const options = shape.enum ?? shape.items?.enum ?? (typeof values === 'object' ? values.enum : undefined);
  if (!options) return null;
  const set = SETS.find(([, known]) => known.every((one, n) => one === options[n]) && known.length === options.length);
  return set ? { of: set[0] } : { of: 'own', options };
}
