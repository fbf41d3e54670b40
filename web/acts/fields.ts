import type { ActKind } from '../../src/mechanism/contract.ts';

/** The acts that have a form: all but the first, which opens a matter, the draw, which nobody does by hand, what comes with a table, and what whoever raised it asks on a page of their own. */
export type FormAct = Exclude<ActKind, 'register' | 'draw' | 'wish' | 'recuse' | 'carry'>;

/** Of work outside: fetched when such an act is done. */
export type WorkKind =
  | 'target'
  | 'targets'
  | 'sense'
  | 'gate'
  | 'quantity'
  | 'measure'
  | 'position'
  | 'checklist'
  | 'plan';

/** How one thing that an act takes is asked for. */
export type FieldKind =
  | 'words'
  | 'line'
  | 'day'
  | 'unit'
  | 'units'
  | 'files'
  | 'percent'
  | 'flag'
  | 'category'
  | 'yesno'
  | 'confirm'
  | 'stars'
  | 'color'
  | 'seat'
  | 'kind'
  | 'past'
  | 'time'
  | 'number'
  | 'yuan'
  | 'where'
  | 'ruling'
  | 'colleague'
  | 'helper'
  | PartyFieldKind
  | WorkKind;
/** Those that stand below a label of their own as one control: `controls.tsx` has one for each. */
export type RowKind = Exclude<FieldKind, 'flag' | 'confirm' | WorkKind>;
/** Those that speak of parties and of what they agreed on; see `parties/PartyFields.tsx`. */
export type PartyFieldKind = 'parties' | 'came' | 'obligations' | 'obligation' | 'appointee' | 'conflicted';
export type Field = {
  name: string;
  kind: FieldKind;
  must?: true;
  /** Words in which colleagues may be called by name; they go out as `mentions`. */
  calls?: true;
  /** Which units may be chosen: any of the city, those of the matter, or those that asked for an extension; of what was promised, what was broken too, or what was found of it. */
  among?: 'city' | 'matter' | 'asking' | 'broken' | 'told';
  /** Begins with what the matter says now. */
  from?:
    | 'text'
    | 'area'
    | 'aim'
    | 'confidential'
    | 'green'
    | 'lead'
    | 'co'
    | 'percent'
    | 'category'
    | 'draft'
    | 'question'
    | 'answer'
    | 'amount'
    | 'wanted'
    | 'due'
    | 'weight'
    | 'today'
    | 'target'
    | 'gate'
    | 'court'
    | 'appliedOn'
    | 'courtNumber'
    | 'ruling'
    | 'ruledOn'
    | 'rulingNumber';
  /** Emptied, it goes out as nothing in place of what was there; else an empty field is not spoken of. */
  clears?: true;
};

const reason: Field = { name: 'reason', kind: 'words', must: true };
/** What whoever raised the matter reads of it. */
const told: Field = { name: 'told', kind: 'words' };
const note: Field = { name: 'note', kind: 'words' };
const due: Field = { name: 'due', kind: 'day' };

/** What the page asks for each act: the shape of `Given` in src/matters/contract.ts, as fields in the order of asking. */
export const actFields: Readonly<Record<FormAct, readonly Field[]>> = {
  assign: [
    { name: 'lead', kind: 'unit', must: true, among: 'city', from: 'lead' },
    { name: 'co', kind: 'units', among: 'city', from: 'co' },
    { ...due, from: 'due' },
    { name: 'green', kind: 'flag', from: 'green' },
    note,
  ],
  accept: [note],
  refuse: [reason],
  report: [
    { name: 'text', kind: 'words', must: true, calls: true },
    { name: 'percent', kind: 'percent', from: 'percent' },
    { name: 'files', kind: 'files' },
  ],
  extend: [{ name: 'until', kind: 'day', must: true }, reason],
  grant: [{ name: 'unit', kind: 'unit', must: true, among: 'asking' }, { name: 'until', kind: 'day' }, note],
  deny: [{ name: 'unit', kind: 'unit', must: true, among: 'asking' }, reason],
  pause: [reason],
  resume: [note],
  answer: [
    { name: 'result', kind: 'words', must: true, from: 'draft' },
    { name: 'files', kind: 'files' },
    { name: 'withoutCo', kind: 'words' },
    { name: 'unreached', kind: 'words' },
    { name: 'early', kind: 'words' },
  ],
  verify: [note],
  return: [reason, due],
  close: [note],
  reopen: [reason, told, due],
  remind: [
    { name: 'unit', kind: 'unit', among: 'matter' },
    { name: 'text', kind: 'words' },
  ],
  instruct: [{ name: 'text', kind: 'words', must: true, calls: true }, due],
  note: [{ name: 'text', kind: 'words', must: true, calls: true }],
  attach: [
    { name: 'files', kind: 'files', must: true },
    { name: 'caption', kind: 'line' },
  ],
  correct: [
    { name: 'text', kind: 'words', from: 'text' },
    { name: 'area', kind: 'line', from: 'area', clears: true },
    { name: 'aim', kind: 'line', from: 'aim', clears: true },
    { name: 'amount', kind: 'yuan', from: 'amount', clears: true },
    { name: 'weight', kind: 'quantity', from: 'weight', clears: true },
    { name: 'confidential', kind: 'flag', from: 'confidential' },
    { name: 'hide', kind: 'words' },
    reason,
  ],
  classify: [{ name: 'category', kind: 'category', must: true, from: 'category' }, note],
  inquire: [{ name: 'text', kind: 'words', must: true }],
  reply: [
    { name: 'text', kind: 'words', must: true },
    { name: 'files', kind: 'files' },
  ],
  promise: [
    { name: 'text', kind: 'words', must: true },
    { name: 'due', kind: 'day', must: true },
  ],
  propose: [
    { name: 'result', kind: 'words', must: true, from: 'draft' },
    { name: 'files', kind: 'files' },
  ],
  evaluate: [
    { name: 'stars', kind: 'stars', must: true },
    { name: 'solved', kind: 'yesno', must: true },
    { name: 'satisfied', kind: 'yesno', must: true },
    { name: 'text', kind: 'words' },
    { name: 'unnamed', kind: 'flag' },
  ],
  publish: [
    { name: 'question', kind: 'words', must: true, from: 'question' },
    { name: 'answer', kind: 'words', must: true, from: 'answer' },
    { name: 'confirmed', kind: 'confirm' },
  ],
  withdraw: [reason],
  callback: [
    { name: 'reached', kind: 'yesno', must: true },
    { name: 'solved', kind: 'yesno' },
    { name: 'satisfied', kind: 'yesno' },
    { name: 'text', kind: 'words', must: true },
  ],
  exclude: [reason, told],
  review: [{ name: 'agreed', kind: 'yesno', must: true }, note],
  forget: [{ name: 'agreed', kind: 'yesno', must: true }, reason],
  join: [{ name: 'into', kind: 'line', must: true }, { name: 'sure', kind: 'flag' }, note],
  part: [reason],
  help: [
    { name: 'seat', kind: 'colleague', must: true },
    { name: 'text', kind: 'words', must: true },
  ],
  unhelp: [{ name: 'seat', kind: 'helper', must: true }, reason],
  divide: [
    { name: 'text', kind: 'words', must: true },
    { name: 'mechanism', kind: 'kind' },
    { name: 'lead', kind: 'unit', must: true, among: 'city' },
    { name: 'co', kind: 'units', among: 'city' },
    { name: 'targets', kind: 'targets' },
    { name: 'weight', kind: 'quantity' },
    due,
  ],
  waive: [reason, { name: 'files', kind: 'files' }],
  exempt: [note],
  gain: [
    { name: 'text', kind: 'words', must: true },
    { name: 'files', kind: 'files' },
  ],
  revise: [
    { name: 'edition', kind: 'line', must: true },
    { name: 'text', kind: 'words', from: 'text' },
    { name: 'area', kind: 'line', from: 'area' },
    { name: 'wanted', kind: 'line', from: 'wanted' },
  ],
  slip: [
    { name: 'color', kind: 'color', must: true },
    { name: 'unit', kind: 'unit', among: 'matter' },
    { name: 'text', kind: 'words' },
  ],
  list: [
    { name: 'title', kind: 'line', must: true },
    { name: 'until', kind: 'day', must: true },
    { name: 'text', kind: 'words' },
  ],
  delist: [
    { name: 'result', kind: 'words', must: true },
    { name: 'files', kind: 'files' },
  ],
  raise: [{ name: 'seat', kind: 'seat', must: true }, reason],
  lower: [reason],
  involve: [{ name: 'parties', kind: 'parties', must: true }, note],
  appoint: [{ name: 'seat', kind: 'appointee', must: true }, { name: 'impartial', kind: 'yesno' }, note],
  clear: [{ name: 'seat', kind: 'conflicted', must: true }, reason],
  convene: [
    { name: 'meetOn', kind: 'day', must: true },
    { name: 'from', kind: 'time' },
    { name: 'place', kind: 'line', must: true },
    { name: 'came', kind: 'came' },
    note,
  ],
  meet: [
    { name: 'heldOn', kind: 'past', must: true },
    { name: 'from', kind: 'time' },
    { name: 'lasted', kind: 'number' },
    { name: 'place', kind: 'line', must: true },
    { name: 'came', kind: 'came' },
    { name: 'nobody', kind: 'flag' },
    { name: 'text', kind: 'words', must: true },
    { name: 'files', kind: 'files' },
  ],
  settle: [
    { name: 'text', kind: 'words', must: true },
    { name: 'signedOn', kind: 'past', must: true },
    { name: 'signed', kind: 'came', must: true },
    { name: 'obligations', kind: 'obligations' },
    { name: 'atOnce', kind: 'flag' },
    { name: 'unwatched', kind: 'words' },
    { name: 'files', kind: 'files' },
  ],
  keep: [
    { name: 'obligation', kind: 'obligation', among: 'broken', must: true },
    note,
    { name: 'files', kind: 'files' },
  ],
  breach: [{ name: 'obligation', kind: 'obligation', must: true }, reason, { name: 'outright', kind: 'flag' }],
  retract: [{ name: 'obligation', kind: 'obligation', among: 'told', must: true }, reason],
  confirm: [
    { name: 'court', kind: 'line', must: true, from: 'court' },
    { name: 'appliedOn', kind: 'past', must: true, from: 'appliedOn' },
    { name: 'number', kind: 'line', from: 'courtNumber' },
  ],
  rule: [
    { name: 'outcome', kind: 'ruling', must: true, from: 'ruling' },
    { name: 'ruledOn', kind: 'past', must: true, from: 'ruledOn' },
    { name: 'number', kind: 'line', must: true, from: 'rulingNumber' },
    { name: 'files', kind: 'files' },
    note,
  ],
  fail: [reason],
  drop: [reason],
  refer: [{ name: 'where', kind: 'where', must: true }, { name: 'body', kind: 'line', must: true }, note],
  target: [
    { name: 'target', kind: 'target', must: true, from: 'target' },
    { name: 'sense', kind: 'sense' },
    { name: 'quantity', kind: 'quantity', must: true },
    { name: 'in', kind: 'measure' },
    { name: 'start', kind: 'quantity' },
    { name: 'from', kind: 'past' },
    { name: 'by', kind: 'day', must: true },
    { name: 'plan', kind: 'plan' },
    { name: 'reason', kind: 'words' },
  ],
  measure: [
    { name: 'target', kind: 'target', must: true, among: 'matter', from: 'target' },
    { name: 'value', kind: 'quantity', must: true },
    { name: 'in', kind: 'measure' },
    { name: 'sure', kind: 'flag' },
    { name: 'on', kind: 'past', must: true, from: 'today' },
    { name: 'files', kind: 'files' },
    { name: 'position', kind: 'position' },
    { name: 'reason', kind: 'words' },
  ],
  inspect: [
    { name: 'gate', kind: 'gate', must: true, from: 'gate' },
    { name: 'items', kind: 'checklist', must: true },
    { name: 'halt', kind: 'flag' },
    { name: 'files', kind: 'files' },
    { name: 'position', kind: 'position' },
    note,
  ],
};
