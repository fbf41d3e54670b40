import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dayOf, type Day } from '../../kernel/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { meetings } from './calendar.ts';

/** The demo city's newspaper page of this week, hard-wrapped and letter-spaced as such pages come out of a PDF. */
export function samplePage(today: Day): string {
  const [meeting] = meetings(today, 1);
  const { year, number, heldOn } = meeting!;
  const parts: Record<string, string | number> = {
    year,
    number,
    month: Number(heldOn.slice(5, 7)),
    day: Number(heldOn.slice(8)),
  };
  const template = readFileSync(join(import.meta.dirname, 'newspaper.txt'), 'utf8');
  return template.replace(/\{(\w+)\}/gu, (_, key: string) => String(parts[key]));
}

/** Something to try the minutes page with, where a city has nothing yet. */
export const sampleRoutes: RoutePlugin = (http, { now }) => {
  const Sample = z.object({ text: z.string(), name: z.string(), date: z.iso.date() });
  http.get(
    '/api/minutes/sample',
    { schema: { tags: ['minutes'], summary: 'A newspaper page to try the reader with', response: { 200: Sample } } },
    (request) => {
      void request.caller;
      const today = dayOf(now());
      return { text: samplePage(today), name: 'newspaper.txt', date: meetings(today, 1)[0]!.heldOn };
    },
  );
};
