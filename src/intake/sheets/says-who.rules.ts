import type { Mapping } from './contract.ts';

/** Whether a table says who raised its rows. */
export const saysWho = ({ enterprise, creditCode, contact }: Mapping): boolean =>
  enterprise !== null || creditCode !== null || contact !== null;
