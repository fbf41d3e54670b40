const rowOf = (id: string) => document.getElementById(`row-${id}`);

/** Puts the cursor where something of a row is to be mended: on what is wrong, else on what is to be checked, else on its words. */
export function goToRow(id: string): void {
  const places = ['[aria-invalid="true"]', '[data-check]', 'input'];
  goTo(places.flatMap((one) => rowOf(id)?.querySelector<HTMLElement>(one) ?? [])[0]);
}

/** Puts the cursor into the first quarter of a row that has no number, and opens what it is folded in. */
export function goToQuarters(id: string): void {
  const fold = rowOf(id)?.querySelector('details');
  if (!fold) return;
  fold.open = true;
  const quarters = [...fold.querySelectorAll<HTMLInputElement>('input')].slice(0, 3);
  goTo(quarters.find(({ value }) => !value) ?? quarters[0]);
}

function goTo(place: HTMLElement | undefined): void {
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}
