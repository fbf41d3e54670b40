import type { Caller, SeatCaller } from '../../src/platform/identity/contract.ts';
import { uuidv7 } from '../../src/kernel/index.ts';

/** A caller with ids of its own; say what matters to the test. */
export function aCaller(given: Partial<SeatCaller> = {}): SeatCaller {
  const at = new Date();
  const unit = given.unit === undefined ? uuidv7(at) : given.unit;
  return {
    city: 1,
    account: uuidv7(at),
    seat: uuidv7(at),
    role: 'handler',
    unit,
    units: unit === null ? [] : [unit],
    name: '林一帆',
    title: '经办人',
    ...given,
  };
}

/** Somebody who raises matters and sits on no seat. */
export function anOriginator(name = '莲城建材有限公司'): Caller {
  const id = uuidv7(new Date());
  return { city: 1, account: id, seat: id, role: 'originator', unit: null, units: [], name, title: '' };
}
