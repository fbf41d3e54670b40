/**
 * What a spreadsheet would run, or might in some language's version of it: the full-width signs too. Apostrophes before it count,
 * as one of them is what we put there, and a text that began with it already must come back as it was.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const MARKED = /^'+[=+\-@\t\r\n＝＋－＠]/u;

/** Whether a spreadsheet would read this text as a formula. */
export const isFormula = (text: string): boolean => FORMULA.test(text);

/** The text as it may stand in a CSV: what a unit types must not run on the desk of whoever opens the export. */
export const disarmed = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** A text of a CSV as it was before {@link disarmed}. */
export const rearmed = (text: string): string => (MARKED.test(text) ? text.slice(1) : text);
