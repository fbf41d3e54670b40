import type { Figure, FigureKey } from '../../../../src/figures/contract.ts';

/** The figure of a name; nothing counted is nought. */
export const figureOf = (figures: readonly Figure[], key: FigureKey): Figure =>
  figures.find((figure) => figure.key === key) ?? { key, value: 0, matters: [] };

/** A share in percent with at most two decimals, `62.5%`, `95.56%`; null of nothing. */
export const percentOf = (part: number, whole: number): string | null =>
  whole === 0 ? null : `${Number(((part / whole) * 100).toFixed(2))}%`;
