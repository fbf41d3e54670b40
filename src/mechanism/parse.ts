import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { checkMechanism, type FaultAt } from './check.rules.ts';
import { Mechanism, type Fault } from './contract.ts';

/** The largest mechanism file read, in characters; the longest of ours is under four thousand. */
const MAX_SOURCE = 200_000;

export type Parsed = { mechanism: Mechanism | null; faults: Fault[] };

/**
 * Reads a mechanism file and finds every fault in it, each with its line: first of the YAML, then of the shape, then of
 * the sense. `mechanism` is null where there is any fault at all. Aliases are refused: a file of a few lines can unfold to
 * gigabytes.
 */
export function parseMechanism(source: string): Parsed {
  if (source.length > MAX_SOURCE)
    return { mechanism: null, faults: [{ line: 1, code: 'mechanism.too-long', params: { max: String(MAX_SOURCE) } }] };
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: true });
  const broken = document.errors.map((e) => ({
    line: lines.linePos(e.pos[0]).line,
    code: 'mechanism.yaml',
    params: { what: e.message },
  }));
  if (broken.length) return { mechanism: null, faults: broken };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { mechanism: null, faults: [{ line: 1, code: 'mechanism.alias', params: {} }] };
  }
  const shaped = Mechanism.safeParse(value);
  const found: FaultAt[] = shaped.success
    ? checkMechanism(shaped.data)
    : shaped.error.issues.map((issue) => ({
        path: issue.path as (string | number)[],
        code: 'mechanism.shape',
        params: { where: issue.path.join('.') || '/', what: issue.message },
      }));
  const faults = found.map(({ path, code, params }) => ({ line: lineOf(document, lines, path), code, params }));
  return {
    mechanism: shaped.success && !faults.length ? shaped.data : null,
    faults: faults.toSorted((a, b) => a.line - b.line),
  };
}

/** The line of the deepest part of a path that the file has. */
function lineOf(document: Document, lines: LineCounter, path: (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
