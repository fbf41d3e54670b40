/** Turns the scores of a text into probabilities: `weights[class × (inputs + 1) + input]`, the last one for every text. */
export type Softmax = { readonly classes: number; readonly inputs: number; readonly weights: Float64Array };

/** How strongly large weights are held back, how far a step goes, and how many there are. */
const HOLD = 3e-3;
const STEP = 0.05;
const STEPS = 200;

/** Probabilities of the classes, which sum to 1. */
export function probabilities({ classes, inputs, weights }: Softmax, input: ArrayLike<number>, at = 0): Float64Array {
  const out = new Float64Array(classes);
  let most = -Infinity;
  for (let c = 0; c < classes; c++) {
    const from = c * (inputs + 1);
    let sum = weights[from + inputs]!;
    for (let i = 0; i < inputs; i++) sum += weights[from + i]! * input[at + i]!;
    out[c] = sum;
    most = Math.max(most, sum);
  }
  let total = 0;
  for (let c = 0; c < classes; c++) total += out[c] = Math.exp(out[c]! - most);
  for (let c = 0; c < classes; c++) out[c]! /= total;
  return out;
}

/**
 * Finds the weights under which the classes `owns` are most probable (multinomial logistic regression, Adam over all texts
 * at once). `input` holds the inputs of each text, one text after the other.
 */
export function fitSoftmax(input: Float64Array, owns: Int32Array, classes: number): Softmax {
  const inputs = input.length / Math.max(1, owns.length);
  const width = inputs + 1;
  const weights = new Float64Array(classes * width);
  const model = { classes, inputs, weights };
  const slopes = new Float64Array(weights.length);
  const means = new Float64Array(weights.length);
  const squares = new Float64Array(weights.length);
  for (let step = 1; step <= STEPS; step++) {
    slopes.fill(0);
    owns.forEach((own, n) => {
      const said = probabilities(model, input, n * inputs);
      for (let c = 0; c < classes; c++) {
        const off = (said[c]! - (own === c ? 1 : 0)) / owns.length;
        for (let i = 0; i < inputs; i++) slopes[c * width + i]! += off * input[n * inputs + i]!;
        slopes[c * width + inputs]! += off;
      }
    });
    const far = step < STEPS * 0.6 ? STEP : STEP / 5;
    for (let at = 0; at < weights.length; at++) {
      const slope = slopes[at]! + (at % width < inputs ? HOLD * weights[at]! : 0);
      means[at] = 0.9 * means[at]! + 0.1 * slope;
      squares[at] = 0.99 * squares[at]! + 0.01 * slope * slope;
      const mean = means[at]! / (1 - 0.9 ** step);
      weights[at]! -= (far * mean) / (Math.sqrt(squares[at]! / (1 - 0.99 ** step)) + 1e-6);
    }
  }
  return model;
}
