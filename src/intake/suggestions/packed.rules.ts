import type { Numbers } from './sparse.rules.ts';
import type { Model } from './train.rules.ts';

/** A model as it was read back: `ids` are those of the texts that it learned from, in the order of `model.sources`. */
export type Unpacked = { readonly model: Model; readonly ids: readonly string[] };

/** Another number says that bytes of before are not to be read any more, and all is to be learned anew. */
export const FORMAT = 1;

/** What is no long row of numbers; `linear` the scale and the bias of each of the linear models, whose weights are whole numbers. */
type Head = {
  readonly categories: readonly string[];
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly inputs: number;
  readonly linear: readonly { readonly scale: number; readonly bias: readonly number[] }[];
};

const WHOLE = 32_767;
const PART = 65_535;

/**
 * A model as bytes, a third of what it takes to think with: weights as two bytes each, which changes no suggestion. `ids` names the
 * texts in the order in which they were given to be learned; at most 65,535. In the byte order of every processor that this runs on.
 */
export function pack(model: Model, ids: readonly string[]): Uint8Array<ArrayBuffer> {
  const { categories, vocabulary, linear, alikes, owns, sources, softmax } = model;
  const scales = linear.map(({ weights }) => largest(weights) / WHOLE || 1);
  const head: Head = {
    categories,
    names: vocabulary.names,
    ids: Array.from(sources, (source) => ids[source]!),
    inputs: softmax.inputs,
    linear: linear.map(({ bias }, n) => ({ scale: scales[n]!, bias: [...bias] })),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const rows = [
    Uint32Array.of(json.length),
    json,
    Float32Array.from(vocabulary.weights),
    ...linear.map(({ weights }, n) => Int16Array.from(weights, (weight) => Math.round(weight / scales[n]!))),
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
  const { categories, names, ids, inputs } = head;
  const classes = categories.length;
  const vocabulary = {
    names,
    numbers: new Map(names.map((name, n) => [name, n])),
    weights: next(Float32Array, names.length),
  };
  const linear = head.linear.map(({ scale, bias }) => ({
    classes,
    weights: Float32Array.from(next(Int16Array, names.length * classes), (weight) => weight * scale),
    bias: Float64Array.from(bias),
  }));
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
  return { model: { categories, vocabulary, linear, alikes, owns, sources, softmax }, ids };
}

function largest(numbers: Numbers): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, Math.abs(number));
  return most;
}
