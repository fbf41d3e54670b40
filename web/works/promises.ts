import type { TargetsView } from '../../src/matters/targets/target.contract.ts';
import type { PlanPoint } from './PlanField.tsx';

/** What may be promised a quantity of, and the day that is likely meant. */
export type Promisable = TargetsView['known'][number] & { by?: string };

/** What is being promised a quantity of, as it is typed. */
export type Promised = {
  target: string;
  quantity: string;
  in: string;
  by: string;
  plan: PlanPoint[];
  start?: string;
  sense?: string;
};

/** What was typed so far; nothing of what is none. */
export const promisesIn = (value: unknown): Promised[] => (Array.isArray(value) ? (value as Promised[]) : []);

/** As it goes out: an empty plan is the straight line, no start is nothing. Undefined where nothing is promised. */
export function promisesFrom(value: unknown): Record<string, unknown>[] | undefined {
  const promises = promisesIn(value).map(({ plan, start, sense, ...one }) => ({
    ...one,
    ...(plan.length ? { plan } : {}),
    ...(start ? { start } : {}),
    ...(sense ? { sense } : {}),
  }));
  return promises.length ? promises : undefined;
}

/** Whether each has how much and by when. */
export const areWhole = (value: unknown): boolean =>
  promisesIn(value).every(
    ({ quantity, by, plan }) => quantity && by && plan.every((point) => point.on && point.quantity),
  );

/** A place as degrees of longitude and latitude, typed with a comma or a space between; null where it is none. */
export function placeAt(text: unknown): { longitude: number; latitude: number } | null {
  const [, east = '', north = ''] =
    /^(\d{1,3}(?:\.\d+)?)[\s,，、]+(\d{1,2}(?:\.\d+)?)$/u.exec(typeof text === 'string' ? text.trim() : '') ?? [];
  const [longitude, latitude] = [Number(east), Number(north)];
  return east && longitude <= 180 && latitude <= 90 ? { longitude, latitude } : null;
}
