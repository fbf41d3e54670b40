import type { Topic } from '../platform/live/index.ts';
import { findAnnounced, findAnnouncedRounds, findHelping, findLeavers } from './live.store.ts';
import { mayReadRow, OVERSEERS } from './matter.policy.ts';

/** Matters on the live line: whoever may read one hears that it has moved, and whoever takes part, that it is theirs. */
export const matterTopic: Topic = {
  room: 'matter',
  readable: async (tx, caller, streams) =>
    (await findAnnounced(tx, caller.city, streams))
      .filter((row) => mayReadRow(caller, row))
      .map(({ id, round, units, helpers }) => ({
        id,
        round,
        mine:
          OVERSEERS.includes(caller.role) ||
          units.some((unit) => caller.units.includes(unit)) ||
          helpers.includes(caller.seat),
      })),
  leavers: findLeavers,
  apart: findHelping,
};

/** Rounds on the live line: everybody of the city hears of one. */
export const roundTopic: Topic = {
  room: 'round',
  readable: async (tx, caller, streams) =>
    (await findAnnouncedRounds(tx, caller.city, streams)).map(({ id }) => ({ id, round: null, mine: false })),
};
