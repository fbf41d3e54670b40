import { MOST_CATEGORIES, type Category } from './scheme.contract.ts';

/** What is wrong with a tree of categories; `at` is the place in the list, null for the whole. `code` names the sentence. */
export type SchemeFault = {
  readonly at: number | null;
  readonly code: string;
  readonly params: Record<string, string>;
};

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u;
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u;
const MOST_LEVELS = 6;
const LONGEST_NAME = 60;

/** Whether a scheme may have this key, which it keeps. */
export const isSchemeKey = (key: string): boolean => KEY.test(key) && key.length >= 2;

/** The categories by what they stand below; null is the top. */
export const byParent = (categories: readonly Category[]): ReadonlyMap<string | null, readonly Category[]> =>
  Map.groupBy(categories, ({ parent }) => parent);

/** A category and all that stands above it, from the top down. Stops where it would begin anew, in a tree with a circle. */
export function wayTo(byCode: ReadonlyMap<string, Category>, code: string): Category[] {
  const way = new Set<Category>();
  for (let at = byCode.get(code); at && !way.has(at); at = byCode.get(at.parent ?? '')) way.add(at);
  return [...way].toReversed();
}

/** The categories by their codes, which are theirs for good. */
export const codesOf = (categories: readonly Category[]): ReadonlyMap<string, Category> =>
  new Map(categories.map((category) => [category.code, category]));

/**
 * Everything that keeps a tree from being published over the version before: one fault a category, and the codes that are
 * gone. A code once published stays, in use or retired: given to something else, it would mix two things in every count.
 */
export function schemeFaults(categories: readonly Category[], before: readonly Category[]): SchemeFault[] {
  if (categories.length === 0) return [{ at: null, code: 'scheme.nothing', params: {} }];
  if (categories.length > MOST_CATEGORIES)
    return [{ at: null, code: 'scheme.too-many', params: { max: String(MOST_CATEGORIES) } }];
  const byCode = codesOf(categories);
  const seen = { codes: new Set<string>(), names: new Set<string>() };
  const faults = categories.flatMap((category, at) => {
    const fault = faultOf(category, byCode, seen);
    seen.codes.add(category.code);
    if (!category.retired) seen.names.add(nameAmong(category));
    return fault ? [{ at, ...fault }] : [];
  });
  const gone = before.filter(({ code }) => !byCode.has(code));
  return [
    ...faults,
    ...gone.map(({ code, zh }) => ({ at: null, code: 'scheme.code-gone', params: { code, name: zh } })),
  ];
}

type Seen = { readonly codes: ReadonlySet<string>; readonly names: ReadonlySet<string> };

function faultOf(
  category: Category,
  byCode: ReadonlyMap<string, Category>,
  seen: Seen,
): Omit<SchemeFault, 'at'> | null {
  const { code, parent, zh, retired } = category;
  const say = (what: string, params: Record<string, string> = {}) => ({
    code: `scheme.${what}`,
    params: { code, name: zh, ...params },
  });
  if (!CODE.test(code)) return say('code-malformed');
  if (seen.codes.has(code)) return say('code-twice');
  if (zh === '') return say('name-missing');
  if (zh.length > LONGEST_NAME) return say('name-too-long', { max: String(LONGEST_NAME) });
  const above = parent === null ? null : byCode.get(parent);
  if (above === undefined) return say('parent-unknown', { parent: parent ?? '' });
  const way = wayTo(byCode, code);
  if (way[0]?.parent !== null) return say('below-itself');
  if (way.length > MOST_LEVELS) return say('too-deep', { max: String(MOST_LEVELS) });
  if (!retired && above?.retired) return say('below-retired', { above: above.zh });
  return !retired && seen.names.has(nameAmong(category)) ? say('name-twice') : null;
}

/** A name where it must be the only one: among those in use below the same category. */
const nameAmong = ({ parent, zh }: Category): string => JSON.stringify([parent, zh]);

/** The next free code below a category, two digits longer than its own. */
export function nextCode(parent: string | null, taken: { has(code: string): boolean }): string {
  for (let n = 1; ; n++) {
    const code = `${parent ?? ''}${String(n).padStart(2, '0')}`;
    if (!taken.has(code)) return code;
  }
}

/** The categories, and after them, retired, those that the version before had and they leave out. */
export function withRetired(categories: readonly Category[], before: readonly Category[]): Category[] {
  const kept = codesOf(categories);
  const left = before.filter(({ code }) => !kept.has(code));
  return [...categories, ...left.map((category) => ({ ...category, retired: true }))];
}
