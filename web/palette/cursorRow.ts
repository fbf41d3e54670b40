const MATTER = /^\/matters\/([0-9a-f]{8}-[0-9a-f-]{27})/u;
const matterIn = (part: Element | null | undefined): string | null => {
  for (const link of part?.querySelectorAll<HTMLElement>('a[href^="/matters/"]') ?? []) {
    const [, id] = MATTER.exec(link.getAttribute('href') ?? '') ?? [];
    if (id) return id;
  }
  return null;
};

/** The matter of the row that the keys stand on; null where they stand on none. */
export const cursorRow = (): string | null =>
  matterIn(document.activeElement?.closest('main :is([data-line], li, tr)') ?? null);

/** Whether the page lists matters, among which one could be chosen. */
export const listsMatters = (): boolean =>
  [...document.querySelectorAll('main [data-row]')].some((row) => matterIn(row.parentElement) !== null);
