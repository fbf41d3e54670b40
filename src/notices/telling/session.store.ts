import type { Day, Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const meeting = {
  name: 'notice.meeting',
  text: `select distinct matter from assignment where city = $1 and meets_on between $2 and $3 order by matter`,
};

/** The matters in which a session is what comes next, on one of these days, both included. */
export const findMeeting = async (tx: Tx, city: number, from: Day, until: Day): Promise<Uuid[]> =>
  (await tx.run<{ matter: Uuid }>(meeting, [city, from, until])).map(({ matter }) => matter);
