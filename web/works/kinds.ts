import type { FieldKind, WorkKind } from '../acts/fields.ts';

const KINDS: ReadonlySet<FieldKind> = new Set<WorkKind>([
  'target',
  'targets',
  'sense',
  'gate',
  'quantity',
  'measure',
  'position',
  'checklist',
  'plan',
]);

/** Whether a field belongs to work outside, and is drawn by WorkField. */
export const isWorkKind = (kind: FieldKind): kind is WorkKind => KINDS.has(kind);
