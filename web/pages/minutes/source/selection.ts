export type Picked = { start: number; end: number; rect: DOMRect };

/** What is selected inside `body`, as offsets into the text: every piece of it names its own beginning in `data-start`. */
export function pickedIn(body: HTMLElement): Picked | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
  const touched = [...body.querySelectorAll<HTMLElement>('[data-start]')].filter((piece) =>
    range.intersectsNode(piece),
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const start = Number(first.dataset['start']) + (first.contains(range.startContainer) ? range.startOffset : 0);
  const end =
    Number(last.dataset['start']) +
    (last.contains(range.endContainer) ? range.endOffset : (last.textContent?.length ?? 0));
  return end > start ? { start, end, rect: range.getBoundingClientRect() } : null;
}
