import type { MatterState } from './state.rules.ts';

/** Whether those who raised a matter let it be published: no, where one of them said so; null, while one of them was not asked. */
export function consentOf({ originators, consents }: Pick<MatterState, 'originators' | 'consents'>): boolean | null {
  const said = originators.map(({ id }) => consents.find(({ by }) => by === id)?.yes);
  if (said.includes(false)) return false;
  return said.length > 0 && !said.includes(undefined) ? true : null;
}
