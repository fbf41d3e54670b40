import type { Translate } from '../../i18n/translate.ts';

type Above = { readonly unit: string | null; readonly mayor: boolean };

/** Who of the city did something, as whoever raised a matter is told: a unit by its name; above the units a leader or the office, by no name. */
export const cityName = (by: Above | undefined, t: Translate): string =>
  by?.unit ?? t(by?.mayor ? 'appeal.mayor' : 'appeal.office');
