/**
 * Where a list of choices opens: inside the page's landmark, so that a screen reader's map of the page holds it; inside a
 * dialog, behind which nothing can be reached.
 */
export const inMain = (near: HTMLElement): HTMLElement => near.closest<HTMLElement>('dialog, main') ?? document.body;
