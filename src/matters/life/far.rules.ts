import { addDays, dayOf, farthestDay, offCalendar, problem, type Day, type Problem } from '../../kernel/index.ts';
import type { Checked } from './ask.rules.ts';
import type { Given } from './given.contract.ts';
import type { MatterState } from './state.rules.ts';

/** Days that lie ahead, and days that have come, among what acts take. */
const AHEAD = ['due', 'until', 'meetOn'];
const BEHIND = ['signedOn', 'heldOn', 'appliedOn', 'ruledOn'];

/** So many days before it is registered something may have been done for it on paper; what was done before that was another matter. */
const ON_PAPER = 90;

type Named = { readonly field: string; readonly day: Day; readonly pointer: string };

/** A day named that lies too far ahead, or in no calendar at all: lists and pages reckon with it, and none could be drawn again. */
export function tooFar(ask: Checked): Problem | null {
  const last = farthestDay(dayOf(ask.now));
  const far = [...daysNamed(ask, AHEAD), ...promised(ask)].find(({ day }) => day > last);
  if (far) {
    const { field, day, pointer } = far;
    return problem('matter.day-too-far', { act: ask.kind, field, day, last }, { status: 400, pointer });
  }
  const off = daysNamed(ask, BEHIND).find(({ day }) => offCalendar(day));
  return off ? problem('kernel.day-outside-calendar', offCalendar(off.day)!, { pointer: off.pointer }) : null;
}

/** A day named on which something was done for the matter, long before there was one: the year is mistyped. */
export function tooEarly({ registeredAt }: Pick<MatterState, 'registeredAt'>, ask: Checked): Problem | null {
  const registered = dayOf(new Date(registeredAt));
  const first = addDays(registered, -ON_PAPER);
  const early = daysNamed(ask, BEHIND).find(({ day }) => day < first);
  if (!early) return null;
  const { field, day, pointer } = early;
  return problem('matter.day-before-matter', { field, day, first, registered }, { status: 400, pointer });
}

function daysNamed({ given }: Checked, fields: readonly string[]): Named[] {
  const named = given as Record<string, unknown>;
  return fields.flatMap((field) => {
    const day = named[field];
    return typeof day === 'string' ? { field, day, pointer: `/given/${field}` } : [];
  });
}

/** By when each thing is to be done that parties promise each other. */
const promised = ({ kind, given }: Checked): Named[] =>
  kind === 'settle'
    ? (given as Given<'settle'>).obligations.map(({ due }, i) => {
        return { field: 'obligations', day: due, pointer: `/given/obligations/${i}/due` };
      })
    : [];
