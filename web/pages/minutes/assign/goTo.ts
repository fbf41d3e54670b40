import { anchorOf } from '../review/link.ts';
import type { Blocker } from './blockers.ts';

/** Puts the cursor where something is missing. */
export function goTo(at: Blocker['at']): void {
  if (!at) return;
  const place = 'field' in at ? document.getElementById(at.field) : anchorOf(at.item, 'draft');
  place?.scrollIntoView({ block: 'center' });
  const field = place?.matches('input') ? place : place?.querySelector<HTMLElement>('[data-missing="true"], textarea');
  field?.focus({ preventScroll: true });
}
