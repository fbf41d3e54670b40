import { Located } from '../../directory/contract.ts';
import { doubt, fault, hasFault, type Issue } from './issue.rules.ts';
import type { UnitLine } from './roster.contract.ts';

type PlaceField = 'address' | 'phone' | 'longitude' | 'latitude';
type PlaceIssue = Issue<PlaceField>;
/** Where they are put; other fields may have theirs there too. */
type Issues = { push(...found: PlaceIssue[]): unknown };

const LONGEST_ADDRESS = 200;
/** Decimal degrees, with or without their sign; what is written in minutes and seconds is not guessed. */
const DEGREES = /^([+-]?\d{1,3}(?:\.\d+)?)°?$/u;
/** Of China’s mobile networks: somebody’s own more often than a unit’s. */
const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/u;
const MOST = { longitude: 180, latitude: 90 } as const;

/**
 * Where a line says that its unit is and how it is called, checked as the register checks it, with what is wrong put to `issues`. Null where the
 * line says nothing of it, or nothing that could be kept. Pure.
 */
export function judgeLocated(line: UnitLine, issues: Issues): Located | null {
  const found: PlaceIssue[] = [];
  const { address, phone } = line;
  if (address.length > LONGEST_ADDRESS) found.push(fault('address', 'too-long', { limit: LONGEST_ADDRESS }));
  if (phone && !Located.shape.phone.safeParse(phone).success)
    found.push(fault('phone', 'phone-wrong', { text: phone.slice(0, 40) }));
  else if (MOBILE.test(phone.replace(/[\s-]/gu, ''))) found.push(doubt('phone', 'phone-mobile'));
  const longitude = judgeDegrees(line, 'longitude', found);
  const latitude = judgeDegrees(line, 'latitude', found);
  if (line.longitude && !line.latitude) found.push(fault('latitude', 'latitude-missing'));
  if (line.latitude && !line.longitude) found.push(fault('longitude', 'longitude-missing'));
  issues.push(...found);
  if (hasFault(found)) return null;
  const point = longitude !== null && latitude !== null ? { longitude, latitude } : null;
  return address || phone || point ? { address: address || null, phone: phone || null, point } : null;
}

/** One who is there already keeps what the register has; what the table says otherwise is told, and not lost in silence. */
export function tellLocated(said: Located | null, has: Located | undefined, issues: Issues): void {
  if (!said) return;
  const other =
    (said.address !== null && said.address !== has?.address) ||
    (said.phone !== null && said.phone !== has?.phone) ||
    (said.point !== null &&
      (said.point.longitude !== has?.point?.longitude || said.point.latitude !== has.point.latitude));
  if (other) issues.push(doubt('address', 'located-there'));
}

function judgeDegrees(line: UnitLine, field: 'longitude' | 'latitude', found: PlaceIssue[]): number | null {
  const text = line[field];
  if (text === '') return null;
  const degrees = DEGREES.exec(text)?.[1];
  const value = degrees === undefined ? Number.NaN : Number(degrees);
  if (Math.abs(value) <= MOST[field]) return value;
  found.push(fault(field, `${field}-wrong`, { text: text.slice(0, 40) }));
  return null;
}
