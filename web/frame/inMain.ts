/** Where a list of choices opens: inside the page's landmark, so that a screen reader's map of the page holds it. */
export const inMain = (near: HTMLElement): HTMLElement => near.closest('main') ?? document.body;
