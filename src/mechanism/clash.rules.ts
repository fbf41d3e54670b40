import { ActKind, Phase, type Mechanism } from './contract.ts';
import type { FaultAt } from './fault.rules.ts';
import type { Named } from './named.contract.ts';
import { actNames } from './transitions.rules.ts';

type Language = keyof Named;
/** What the program itself calls something, by the key of that sentence; null where it is not known in that language. */
export type BuiltIn = (key: string, language: Language) => string | null;

const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];
/** What stands on a matter's page beside its targets. */
const FIELDS = ['text', 'area', 'aim', 'due', 'amount', 'weight', 'place', 'category', 'channel', 'percent'] as const;
/** Of what a file has several of, each by its own name. */
const PARTS = ['stages', 'clocks', 'targets', 'gates', 'figures', 'recurs', 'channels'] as const;

const fault = (path: (string | number)[], code: string, params: FaultAt['params']): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});

/**
 * Names that a file gives and that mean something else already: in the program, or in the file itself. A file that is in force is read
 * without this, as a name that the program takes later breaks no file; whoever writes one is told.
 */
export const clashFaults = (m: Mechanism, builtIn: BuiltIn): FaultAt[] =>
  LANGUAGES.flatMap((language) => {
    const called = (prefix: string, keys: readonly string[], name: string): string | undefined =>
      keys.find((key) => isSame(builtIn(`${prefix}.${key}`, language), name));
    return [
      ...actFaults(m, language, called),
      ...stageFaults(m, language, called),
      ...targetFaults(m, language, called),
      ...alike(m, language),
    ];
  });

/** A mechanism that there is, by what it is called. */
export type InForce = { readonly key: string; readonly name: Named };

/**
 * The names of a mechanism that another of the city has: on lists, in choices and in bulletins nobody could tell the two apart. The next
 * version of a mechanism has its own name.
 */
export const nameTaken = ({ key, name }: Pick<Mechanism, 'key' | 'name'>, inForce: readonly InForce[]): FaultAt[] =>
  LANGUAGES.flatMap((language) => {
    const own = name[language];
    const other = inForce.find((one) => one.key !== key && isSame(plain(one.name[language]), plain(own)));
    return other ? [fault(['name', language], 'name-taken', { name: own, key: other.key })] : [];
  });

/** A name without what the eye passes over: full width, and spaces between its words. */
const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, ' ');

type Called = (prefix: string, keys: readonly string[], name: string) => string | undefined;

/** An act by the name of another: on rows of several mechanisms, in notices and in help that other one is meant by it. */
const actFaults = (m: Mechanism, language: Language, called: Called): FaultAt[] =>
  Object.entries(actNames(m)).flatMap(([kind, own]) => {
    const name = own[language];
    const others = ActKind.options.filter((one) => one !== kind);
    const other = called('matter.act', others, name);
    return other ? [fault(['acts', kind, 'name', language], 'act-called-as-another', { kind, other, name })] : [];
  });

/** A stage by the name of a phase that it is not of: figures over all mechanisms count it elsewhere than where it seems to be. */
const stageFaults = (m: Mechanism, language: Language, called: Called): FaultAt[] =>
  Object.entries(m.stages).flatMap(([stage, { phase, name: own }]) => {
    const name = own[language];
    const others = Phase.options.filter((one) => one !== phase);
    const other = called('matter.phase', others, name);
    const params = { stage, own: phase, other: other ?? '', name };
    return other ? [fault(['stages', stage, 'name', language], 'stage-called-as-phase', params)] : [];
  });

/** A target by the name of a field that every matter has. */
const targetFaults = (m: Mechanism, language: Language, called: Called): FaultAt[] =>
  Object.entries(m.targets ?? {}).flatMap(([target, { name: own }]) => {
    const name = own[language];
    return called('matter.field', FIELDS, name)
      ? [fault(['targets', target, 'name', language], 'target-called-as-field', { target, name })]
      : [];
  });

/** Two of a kind by one name. */
const alike = (m: Mechanism, language: Language): FaultAt[] =>
  PARTS.flatMap((part) => {
    const all = Object.entries(m[part] ?? {}).map(([key, one]) => ({ key, named: nameOf(one) }));
    return all.flatMap(({ key, named }, n) => {
      const name = named[language];
      const other = all.slice(0, n).find((one) => isSame(one.named[language], name));
      return other ? [fault([part, key], 'called-alike', { part, key, other: other.key, name })] : [];
    });
  });

const nameOf = (one: Named | { readonly name: Named }): Named => ('name' in one ? one.name : one);

const isSame = (one: string | null, other: string): boolean =>
  one !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
