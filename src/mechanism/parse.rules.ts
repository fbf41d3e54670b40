import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import { checkAround, checkMechanism } from './check.rules.ts';
import { clashFaults, nameTaken, type BuiltIn, type InForce } from './clash.rules.ts';
import { Mechanism, type Fault } from './contract.ts';
import { mechanismFault, type FaultAt } from './fault.rules.ts';
import { mended } from './mend.rules.ts';
import { shapeFault } from './shape.rules.ts';
import { unpressedClocks } from './unpressed.rules.ts';
import { mistypedMarks, yamlFault } from './yaml-fault.rules.ts';

/** The largest mechanism file read, in characters; the longest of ours is under four thousand. */
const MAX_SOURCE = 200_000;

/** `warnings`: what a file without faults may have forgotten; it can be published all the same. */
export type Parsed = { mechanism: Mechanism | null; faults: Fault[]; warnings: Fault[] };

/**
 * Reads a mechanism file and finds every fault in it, each with its line: of the YAML, of the shape, and of the sense as far as
 * that can be told beside the others. `mechanism` is null where there is any fault at all. Never throws. Aliases are refused: a file of a few lines
 * can unfold to gigabytes. `builtIn`: of a file that is being written, what the program calls things, so that no name means two of them; `inForce`: the
 * mechanisms that the city has, so that no two have one name.
 */
export function parseMechanism(source: string, builtIn?: BuiltIn, inForce: readonly InForce[] = []): Parsed {
  const lines = new LineCounter();
  if (source.length > MAX_SOURCE) return failed([mechanismFault(1, 'too-long', { max: String(MAX_SOURCE) })]);
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: true });
  if (document.contents === null && document.errors.length === 0) return failed([mechanismFault(1, 'nothing')]);
  const broken = document.errors.map((error) => yamlFault(error, lines));
  // One tab or bracket too many breaks all that follows; a thousand lines that say so help nobody.
  const cause = broken.find((fault) => CAUSES.has(fault.code));
  // A key that is there twice hides one of the two, and nothing else.
  if (broken.some(({ code }) => code !== TWICE)) {
    if (cause) return failed([cause]);
    // A mark that was mistyped is told of where it broke something, or in the line before.
    const mistyped = mistypedMarks(source).filter((at) => broken.some(({ line }) => Math.abs(line - at.line) < 2));
    return failed(mistyped.length ? mistyped : onceEach(broken).slice(0, MAX_BROKEN));
  }
  const refused = refusedNodes(document, lines);
  // What an alias stands for cannot be looked at without unfolding it.
  if (refused.length) return failed([...broken, ...refused]);
  const told = document.toJS({ maxAliasCount: 0 }) as unknown;
  const shaped = Mechanism.safeParse(told);
  const clashes = shaped.success && builtIn ? clashFaults(shaped.data, builtIn) : [];
  const found = shaped.success
    ? [...checkMechanism(shaped.data), ...clashes, ...nameTaken(shaped.data, inForce)]
    : faultsOfShape(document, told, shaped.error.issues);
  const atLine = ({ path, code, params }: FaultAt): Fault => ({ line: lineOf(document, lines, path), code, params });
  const faults = found.map(atLine);
  if (!shaped.success || broken.length || faults.length) return failed([...broken, ...causesFirst(source, faults)]);
  return { mechanism: shaped.data, faults, warnings: unpressedClocks(shaped.data).map(atLine) };
}

/** What is wrong with the shape, and with the sense of all that can be read besides. */
function faultsOfShape(document: Document, source: unknown, issues: readonly z.core.$ZodIssue[]): FaultAt[] {
  const valueAt = (path: (string | number)[]): unknown => {
    const node: unknown = document.getIn(path);
    return isNode(node) ? node.toJS(document) : node;
  };
  const around = mended(source);
  return [
    ...issues.map((issue) => shapeFault(issue, valueAt)),
    ...(around ? checkAround(around.mechanism, around.touched, (path) => document.hasIn(path)) : []),
  ];
}

const MAX_BROKEN = 20;
const TWICE = 'mechanism.key-twice';
const CAUSES: ReadonlySet<string> = new Set(['mechanism.too-deep', 'mechanism.tab', 'mechanism.two-documents']);

/** A line that is wrong and has a mistyped mark is told of by that alone: what else is wrong there follows from it. */
function causesFirst(source: string, faults: Fault[]): Fault[] {
  const mistyped = mistypedMarks(source);
  const causeOf = ({ line }: Fault) => mistyped.find((one) => one.line === line);
  return [...new Set(faults.map((fault) => causeOf(fault) ?? fault))];
}

/** One mistake in a line is found from several sides; whoever reads it needs it once. */
const onceEach = (faults: Fault[]): Fault[] => {
  const said = faults.map((fault) => JSON.stringify(fault));
  return faults.filter((_, n) => said.indexOf(said[n]!) === n);
};

const failed = (faults: Fault[]): Parsed => ({
  mechanism: null,
  faults: faults.toSorted((a, b) => a.line - b.line),
  warnings: [],
});

/** Aliases, and keys that would not be what they look like; the one of them that vanishes is `__proto__`. */
function refusedNodes(document: Document, lines: LineCounter): Fault[] {
  const faults: Fault[] = [];
  const lineAt = (node: { range?: [number, number, number] | null | undefined }): number =>
    lines.linePos(node.range?.[0] ?? 0).line;
  visit(document, {
    Alias: (_, node) => void faults.push(mechanismFault(lineAt(node), 'alias')),
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__')
        faults.push(mechanismFault(lineAt(key), 'key-forbidden', { key: '__proto__' }));
      // 0101 without quotes is the number 101, and would be the limit of another category, or of none.
      else if (isScalar(key) && typeof key.value === 'number')
        faults.push(mechanismFault(lineAt(key), 'key-a-number', { key: key.source ?? String(key.value) }));
    },
  });
  return faults;
}

/** The line of the deepest part of a path that the file has: of a key where there is one, as its value may begin below. */
function lineOf(document: Document, lines: LineCounter, path: (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const step = path[depth - 1];
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
