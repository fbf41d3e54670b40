/** How many characters a filter may hold that is no id: more than anything is called, and than anybody searches for. */
export const LONGEST = {
  q: 60,
  stage: 40,
  area: 120,
  mechanism: 60,
  category: 40,
  channel: 40,
} as const satisfies Record<string, number>;

/** So many matters at most are exported that were chosen one by one, or stand behind a figure. */
export const MOST_CHOSEN = 2000;
