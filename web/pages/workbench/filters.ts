/** The parts of a seat's to-do list, as the server names them; without one: all of it. */
export const filters = ['overdue', 'today', 'week', 'dispatched'] as const;
export type Filter = (typeof filters)[number];
