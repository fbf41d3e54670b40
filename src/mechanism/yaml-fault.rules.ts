import type { LineCounter, YAMLError } from 'yaml';
import type { Fault } from './contract.ts';
import { mechanismFault } from './fault.rules.ts';

/** What the YAML library found, in words of our own: its own are English, and for programmers. The first that fits counts. */
const TOLD: readonly (readonly [code: YAMLError['code'], message: RegExp, told: string])[] = [
  ['DUPLICATE_KEY', /./u, 'key-twice'],
  ['TAB_AS_INDENT', /./u, 'tab'],
  ['MULTIPLE_DOCS', /./u, 'two-documents'],
  // The parser calls itself for each level and reports its own exhausted stack.
  ['RESOURCE_EXHAUSTION', /./u, 'too-deep'],
  // Where a bracket was left open, the next line is the first that does not fit.
  ['BAD_INDENT', /Flow/u, 'bracket-open'],
  ['BAD_INDENT', /./u, 'indent'],
  ['MISSING_CHAR', /closing/u, 'quote-open'],
  ['MISSING_CHAR', /Missing ,/u, 'comma-missing'],
  ['MISSING_CHAR', /Implicit/u, 'colon-missing'],
  ['MULTILINE_IMPLICIT_KEY', /./u, 'colon-missing'],
  ['UNEXPECTED_TOKEN', /node end/u, 'comma-missing'],
  ['BLOCK_AS_IMPLICIT_KEY', /./u, 'colon-inside'],
  ['BLOCK_IN_FLOW', /./u, 'colon-inside'],
];

/** A fault of the YAML itself, in our own words where we have some. */
export function yamlFault({ code, message, pos }: YAMLError, lines: LineCounter): Fault {
  const { line } = lines.linePos(pos[0]);
  const told = TOLD.find(([of, says]) => of === code && says.test(message))?.[2];
  return told ? mechanismFault(line, told) : mechanismFault(line, 'yaml', { what: message });
}

const RIGHT: Readonly<Record<string, string>> = {
  '：': ': ',
  '，': ', ',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '“': '"',
  '”': '"',
};

/**
 * Where a Chinese keyboard left its own marks in place of those that mean something here: after a word of the language, before one, or where a
 * value begins. Within a Chinese name they are right. Whoever types Chinese does this before anything else, and YAML says of it whatever it can.
 */
const MISTYPED = /(?<=[\w\]}-]\s*)[：，｛｝［］【】]|[：，](?=\s*(?:[a-z-]+:|\[|\{))|(?<=[:,]\s*)[｛［【]/u;

/** What is in quotes, and comments: nothing in them means anything to the file. */
const APART = /'[^']*'|"[^"]*"|(?:^|\s)#.*$/gu;

/** The lines with such a mark, each with what to write in its place; comments are left alone. */
export const mistypedMarks = (source: string): Fault[] =>
  source.split('\n').flatMap((text, n) => {
    const is = MISTYPED.exec(text.replaceAll(APART, ''))?.[0];
    return is ? [mechanismFault(n + 1, 'full-width', { is, right: RIGHT[is]! })] : [];
  });
