import { readFileSync } from 'node:fs';
import { parseMechanism } from './parse.rules.ts';

/** Where the shipped mechanisms stand. */
export const folder = new URL('../../mechanisms/', import.meta.url);
export const WEEKLY = readFileSync(new URL('weekly-assignment.yaml', folder), 'utf8');

/** A fault as `line code`, the line counted in the changed file by the text that stands there. */
export function faultsOf(source: string): string[] {
  const lines = source.split('\n');
  return parseMechanism(source).faults.map(
    ({ line, code }) => `${lines[line - 1]?.trim().split(':')[0]} → ${code.replace('mechanism.', '')}`,
  );
}

/** The shipped file with a change; a text that is not there would test nothing. */
export function changed(from: string, to: string): string {
  if (!WEEKLY.includes(from)) throw new Error(`the file has no “${from}”`);
  return WEEKLY.replace(from, to);
}
