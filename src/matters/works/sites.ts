import type { Uuid } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { findChildren } from '../children/child.store.ts';
import { viewGates } from '../gates/gate.view.ts';
import { OVERSEERS, whyNot } from '../matter.policy.ts';
import { getMechanism } from '../mechanisms/mechanism.store.ts';
import { viewTargets, type Today } from '../targets/target.view.ts';
import type { SitesPage, WorkRow } from './works.contract.ts';
import { findOwnSites, findSites, type Site } from './works.store.ts';

type Asked = { mechanism: string; limit: number; area?: string | undefined; after?: Uuid | undefined };

/** A page of sites, the newest first, of one area (`''`: of none) or of all; those after the key `after`. */
export async function sitesPage(
  tx: Tx,
  caller: Caller,
  { mechanism, limit, ...asked }: Asked,
  now: Date,
): Promise<SitesPage> {
  const found = await findSites(tx, caller.city, mechanism, { area: asked.area, after: asked.after, most: limit + 1 });
  const page = found.slice(0, limit);
  return { rows: await rowsOf(tx, caller, page, now), next: found.length > limit ? page.at(-1)!.id : null };
}

/** The first page of all, and before it as many that the caller's own units have: whoever measures is on one of those. */
export async function firstSites(
  tx: Tx,
  caller: Caller,
  { mechanism, limit }: { mechanism: string; limit: number },
  now: Date,
): Promise<SitesPage> {
  const [own, page] = await Promise.all([
    findOwnSites(tx, caller.city, mechanism, OVERSEERS.includes(caller.role) ? [] : caller.units, limit),
    sitesPage(tx, caller, { mechanism, limit }, now),
  ]);
  const there = new Set(page.rows.map(({ id }) => id));
  const beside = own.filter(({ id }) => !there.has(id));
  return { ...page, rows: [...(await rowsOf(tx, caller, beside, now)), ...page.rows] };
}

async function rowsOf(tx: Tx, caller: Caller, sites: readonly Site[], now: Date): Promise<WorkRow[]> {
  if (sites.length === 0) return [];
  const below = await findChildren(
    tx,
    sites.filter(({ state }) => state.children.length).map(({ id }) => id),
  );
  const today = { now, calendar: await calendarOf(tx, caller.city, now) };
  const rows: WorkRow[] = [];
  for (const site of sites) {
    const { mechanism, version } = site.state;
    rows.push({
      ...rowOf(site, await getMechanism(tx, caller.city, mechanism, version), caller, today),
      open: below(site.id).filter(({ phase }) => phase !== 'closed').length,
    });
  }
  return rows;
}

function rowOf({ id, state }: Site, mechanism: Mechanism, caller: Caller, today: Today): Omit<WorkRow, 'open'> {
  const may = (kind: 'measure' | 'inspect') => whyNot(mechanism, state, caller, kind, today.now) === null;
  return {
    id,
    number: state.number,
    text: state.text,
    area: state.area,
    stage: mechanism.stages[state.stage]!.name,
    phase: state.phase,
    lead: state.units.find(({ part }) => part === 'lead')?.unit ?? null,
    place: state.place,
    targets: viewTargets(mechanism, state, today) ?? { rows: [], known: [] },
    gates: viewGates(mechanism, state) ?? [],
    may: { measure: may('measure'), inspect: may('inspect') },
  };
}
