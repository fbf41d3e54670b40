import { createContext, use } from 'react';
import type { Figure } from '../../../../src/figures/contract.ts';

/** One figure as it stands on the page: of which round, of what (an area, a unit, the whole), and the whole it is part of. */
export type Shown = { round: string; figure: Figure; of: Figure | null; group: string | null };

/** What the numbers of a page do: say which one is looked at, and open the matters behind one. */
export type Figures = { point: (shown: Shown | null) => void; open: (shown: Shown) => void };

export const FiguresContext = createContext<Figures>({ point: () => undefined, open: () => undefined });
export const useFigures = (): Figures => use(FiguresContext);
