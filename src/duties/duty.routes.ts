import { z } from 'zod';
import { dayOf } from '../kernel/index.ts';
import { languageIn, type RoutePlugin } from '../platform/http/index.ts';
import { sentence } from '../platform/i18n/index.ts';
import { transact, type Tx } from '../platform/postgres/index.ts';
import { MEDIA } from '../platform/sheets/index.ts';
import { beginExport, Transfer } from '../platform/transfers/index.ts';
import { changeDuties, dutyRoster, setDutyRule } from './duty.acts.ts';
import {
  DutyAct,
  DutyQuery,
  DutyRoster,
  DutyRuleQuery,
  DutyRules,
  DutyUnits,
  ExportDuties,
  NewDutyRule,
} from './duty.contract.ts';
import { dutyRules } from './history.acts.ts';
import { findDutyRules } from './duty.store.ts';
import { exportDuties, type CalendarOf } from './export.jobs.ts';
import { swapRoutes } from './swaps/swap.routes.ts';

const Done = z.object({ id: z.uuid() });
const tags = ['directory'];

/** Who is on duty, the rules by which they are, and swaps. `calendarOf`: the city's working days, which a room above this one keeps. */
export const dutyRoutes =
  (calendarOf: CalendarOf): RoutePlugin =>
  (http, deps) => {
    const { pool, now } = deps;
    const exporting = exportDuties(calendarOf);
    const at = async (tx: Tx, city: number) => ({ calendar: await calendarOf(tx, city, now()), now: now() });
    http.get(
      '/api/duties',
      {
        config: { refuses: [400] },
        schema: {
          tags,
          summary: 'Who of a unit is on duty on which days, the days of duty that are days off, and swaps asked for',
          querystring: DutyQuery,
          response: { 200: DutyRoster },
        },
      },
      ({ caller, query }) =>
        transact(pool, caller, async (tx) => dutyRoster(tx, caller, query.unit, query, await at(tx, caller.city))),
    );
    http.get(
      '/api/duties/rules',
      {
        config: { refuses: [403] },
        schema: {
          tags,
          summary:
            'How the rule of a unit came to be as it is: made, ended or taken back, by whom and when; newest first',
          querystring: DutyRuleQuery,
          response: { 200: DutyRules },
        },
      },
      ({ caller, query }) => transact(pool, caller, (tx) => dutyRules(tx, caller, query)),
    );
    http.get(
      '/api/duties/units',
      { schema: { tags, summary: 'The units that keep people on duty', response: { 200: DutyUnits } } },
      ({ caller }) =>
        transact(pool, caller, async (tx) => ({
          units: [...(await findDutyRules(tx, caller.city, null)).keys()],
        })),
    );
    http.post(
      '/api/duties',
      {
        config: { refuses: [403, 409] },
        schema: {
          tags,
          summary:
            'Set from which day on, and on which days of the week, a unit keeps people on duty, how many, who and when',
          body: NewDutyRule,
          response: { 200: Done },
        },
      },
      async ({ caller, body }) => {
        await transact(pool, caller, (tx) => setDutyRule(tx, caller, body, now()));
        return { id: body.id };
      },
    );
    http.post(
      '/api/duties/acts',
      {
        config: { refuses: [403, 409] },
        schema: {
          tags,
          summary: 'End the duties of a unit from a day on, or take back a rule that has not begun yet',
          body: DutyAct,
          response: { 200: Done },
        },
      },
      async ({ caller, body }) => {
        await transact(pool, caller, (tx) => changeDuties(tx, caller, body, now()));
        return { id: body.id };
      },
    );
    swapRoutes(at)(http, deps);
    http.post(
      '/api/duties/exports',
      {
        schema: {
          tags,
          summary: 'Export a month of a unit’s roster as XLSX or CSV; the file is written behind',
          body: ExportDuties,
          response: { 200: Transfer },
        },
      },
      ({ caller, body: { id, ...ask }, cookies, headers }) => {
        const language = languageIn({ cookies, headers });
        const title = sentence(language, 'duties.sheet', { month: ask.month });
        const fileName = `${title} ${dayOf(now())}.${ask.format}`;
        const given = { id, title, ask, language, fileName, mediaType: MEDIA[ask.format] };
        return transact(pool, caller, (tx) => beginExport(tx, caller, given, exporting, now()));
      },
    );
  };
