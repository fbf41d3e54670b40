import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { standing } from '../mentions/mention.ts';
import type { Field } from './fields.ts';
import { fenOf } from './parties/fen.ts';
import { numbersFrom, obligationsFrom, partiesFrom, timeFrom } from './parties/given.ts';
import { promisesFrom } from '../works/promises.ts';
import { quantityIn } from '../works/quantity.ts';
import type { Typed } from './useDraft.ts';

/** A file taken in by the server, as the form keeps it. */
export type TakenFile = { id: string; name: string; size: number };

/** What goes out as `given`: the typed values without the empty ones, files as their ids, blanks at the ends gone. */
export function givenFrom(fields: readonly Field[], typed: Typed): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueOf(field, typed[field.name]) ?? (field.clears ? clearedBy(typed[field.name]) : undefined);
    if (value !== undefined) given[field.name] = value;
    const called = field.calls ? calledIn(typed, field.name) : [];
    if (called.length) given['mentions'] = called.map(({ seat }) => seat);
  }
  return given;
}

/** Those chosen so far whom the words of a field still call by name. */
export const calledIn = (typed: Typed, field: string): NamedSeat[] =>
  standing((typed['mentions'] ?? []) as NamedSeat[], typeof typed[field] === 'string' ? typed[field] : '');

/** What was emptied; a field that nobody was shown is not. */
const clearedBy = (value: unknown): null | undefined =>
  typeof value === 'string' && value.trim() === '' ? null : undefined;

function valueOf(field: Field, value: unknown): unknown {
  if (field.kind === 'units') return Array.isArray(value) ? value : [];
  if (field.kind === 'files')
    return Array.isArray(value) && value.length ? (value as TakenFile[]).map((file) => file.id) : undefined;
  if (field.kind === 'confirm') return Array.isArray(value) && value.length ? value : undefined;
  if (field.kind === 'yuan') return fenOf(value);
  if (field.kind === 'time') return timeFrom(value);
  if (field.kind === 'parties') return partiesFrom(value);
  if (field.kind === 'came') return numbersFrom(value);
  if (field.kind === 'obligations') return obligationsFrom(value);
  if (field.kind === 'obligation') return typeof value === 'number' ? value : undefined;
  if (field.kind === 'percent' || field.kind === 'number') return figure(value);
  if (field.kind === 'quantity') return typeof value === 'string' && value.trim() ? quantityIn(value) : undefined;
  if (field.kind === 'position') return typeof value === 'object' && value !== null ? value : undefined;
  if (field.kind === 'checklist' || field.kind === 'plan')
    return Array.isArray(value) && value.length ? value : undefined;
  if (field.kind === 'targets') return promisesFrom(value);
  if (field.kind === 'stars') return typeof value === 'number' ? value : undefined;
  // Only what is ticked says something.
  if (field.name === 'sure') return value === true ? true : undefined;
  if (field.kind === 'flag' || field.kind === 'yesno') return typeof value === 'boolean' ? value : undefined;
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** Undefined too for what is no number: `unread` says so, and the form is not sent. */
function figure(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? `${value}`.normalize('NFKC').trim() : '';
  return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** What the mechanism may demand that is given as files. */
const FILES = ['evidence', 'photo'];

/** The names of fields that must be filled and are not. `demands` are the mechanism's own. */
export function lacking(fields: readonly Field[], given: Record<string, unknown>): string[] {
  const lacks = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return fields.filter((field) => field.must && lacks(given[field.name])).map((field) => field.name);
}

/** The fields of an act with the mechanism's demands: evidence and photographs are files, every other demand names its field. */
export const demanded = (fields: readonly Field[], give: readonly string[]): Field[] =>
  fields.map((field) =>
    give.some((demand) => (FILES.includes(demand) ? 'files' : demand) === field.name)
      ? { ...field, must: true as const }
      : field,
  );
