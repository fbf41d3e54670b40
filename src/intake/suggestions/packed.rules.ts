import type { Numbers } from './sparse.rules.ts';
import type { Model } from './train.rules.ts';

/** A model as it was read back: `ids` are those of the texts that it learned from, in the order of `model.sources`. */
export type Unpacked = { readonly model: Model; readonly ids: readonly string[] };

/** Another number says that bytes of before are not to be read any more, and all is to be learned anew. */
export const FORMAT = 2;

/** What every text has in each class, and by how much the whole numbers are to be multiplied that the weights are kept as. */
type Scaled = { readonly scale: number; readonly bias: readonly number[] };

/** What is no long row of numbers. */
type Head = {
  readonly categories: readonly string[];
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly inputs: number;
  readonly linear: Scaled;
  readonly themes: { readonly count: number; readonly terms: number; readonly scale: number };
  readonly near: Scaled & { readonly texts: number };
};

const WHOLE = 32_767;
const SHORT = 127;
const PART = 65_535;

/**
 * A model as bytes, a third of what it takes to think with: weights as two bytes each, places as one, which changes no suggestion. `ids` names the
 * texts in the order in which they were given to be learned; at most 65,535. In the byte order of every processor that this runs on.
 */
export function pack(model: Model, ids: readonly string[]): Uint8Array<ArrayBuffer> {
  const { categories, vocabulary, linear, alikes, themes, near, owns, sources, softmax } = model;
  const head: Head = {
    categories,
    names: vocabulary.names,
    ids: Array.from(sources, (source) => ids[source]!),
    inputs: softmax.inputs,
    linear: { scale: scaleOf(linear.weights), bias: [...linear.bias] },
    themes: { count: themes.count, terms: themes.terms, scale: scaleOf(themes.weights) },
    near: { texts: near.places.length / near.count, scale: scaleOf(near.pulls), bias: [...near.bias] },
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const rows = [
    Uint32Array.of(json.length),
    json,
    Float32Array.from(vocabulary.weights),
    whole(linear.weights),
    whole(themes.weights),
    Int8Array.from(near.places, (place) => Math.round(place * SHORT)),
    whole(near.pulls),
    Float32Array.from(softmax.weights),
    alikes.starts,
    Uint16Array.from(alikes.texts),
    Uint16Array.from(alikes.values, (value) => Math.round(Math.min(1, value) * PART)),
    Uint16Array.from(owns),
  ];
  const bytes = new Uint8Array(rows.reduce((sum, row) => sum + row.byteLength, 0));
  let at = 0;
  for (const row of rows) {
    bytes.set(new Uint8Array(row.buffer, row.byteOffset, row.byteLength), at);
    at += row.byteLength;
  }
  return bytes;
}

/** What {@link pack} made bytes of. */
export function unpack(bytes: Uint8Array): Unpacked {
  let at = 0;
  /** The next `count` numbers, on a place of their own: those in the middle of others may stand where no row of numbers may. */
  const next = <T>(Row: { new (buffer: ArrayBuffer): T; BYTES_PER_ELEMENT: number }, count: number): T =>
    new Row(Uint8Array.from(bytes.subarray(at, (at += count * Row.BYTES_PER_ELEMENT))).buffer);
  const [length] = next(Uint32Array, 1);
  const head = JSON.parse(new TextDecoder().decode(next(Uint8Array, length!))) as Head;
  /** The next `count` numbers that were kept as whole ones. */
  const scaled = (count: number, scale: number): Float32Array<ArrayBuffer> =>
    Float32Array.from(next(Int16Array, count), (number) => number * scale);
  const { categories, names, ids, inputs } = head;
  const classes = categories.length;
  const vocabulary = {
    names,
    numbers: new Map(names.map((name, n) => [name, n])),
    weights: next(Float32Array, names.length),
  };
  const linear = {
    classes,
    weights: scaled(names.length * classes, head.linear.scale),
    bias: Float64Array.from(head.linear.bias),
  };
  const { count, terms } = head.themes;
  const themes = { count, terms, weights: scaled(terms * count, head.themes.scale) };
  const near = {
    classes,
    count,
    places: Float32Array.from(next(Int8Array, head.near.texts * count), (place) => place / SHORT),
    pulls: scaled(head.near.texts * classes, head.near.scale),
    bias: Float64Array.from(head.near.bias),
  };
  const softmax = { classes, inputs, weights: Float64Array.from(next(Float32Array, classes * (inputs + 1))) };
  const starts = next(Int32Array, names.length + 1);
  const postings = starts.at(-1)!;
  const alikes = {
    starts,
    texts: Int32Array.from(next(Uint16Array, postings)),
    values: Float32Array.from(next(Uint16Array, postings), (value) => value / PART),
    count: ids.length,
  };
  const owns = Int32Array.from(next(Uint16Array, ids.length));
  const sources = Int32Array.from(ids.keys());
  return { model: { categories, vocabulary, linear, alikes, themes, near, owns, sources, softmax }, ids };
}

/** The numbers as whole ones of two bytes, to be multiplied by {@link scaleOf} them. */
function whole(numbers: Numbers): Int16Array<ArrayBuffer> {
  const scale = scaleOf(numbers);
  return Int16Array.from(numbers, (number) => Math.round(number / scale));
}

function scaleOf(numbers: Numbers): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, Math.abs(number));
  return most / WHOLE || 1;
}
