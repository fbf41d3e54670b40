import { findScheme } from '../../directory/index.ts';
import { momentOf } from '../../kernel/index.ts';
import { findMechanismSource, getNewestMechanism } from '../../matters/index.ts';
import { isForRaiser, limitFor, limitOf, type Mechanism } from '../../mechanism/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { GeoService } from './open311.rules.ts';
import { sourcesOf } from './source.acts.ts';

/**
 * What may be handed over under a mechanism, and what each code of it is called, those out of use too. Listed is what has none below it, so
 * that a client's people choose as finely as the city files; taken is what is above such a code too, as our own JSON does.
 */
export type Services = {
  readonly rows: GeoService[];
  readonly takes: (code: string) => boolean;
  /** Whether there is such a code, or was. */
  readonly knows: (code: string) => boolean;
  readonly nameOf: (code: string) => string;
};

/** What a mechanism promises to whoever raises something of a category, told by its way: 答复时限 3 个工作日. */
function promised(mechanism: Mechanism, way: readonly string[], language: Language): string[] {
  return Object.values(mechanism.clocks)
    .filter(isForRaiser)
    .flatMap((clock) => {
      const limit = limitOf(limitFor(clock, way));
      if (limit.kind === 'due') return [];
      const key = `web.limit.${limit.kind}${limit.into ? `.${limit.into}` : ''}`;
      return [
        sentence(language, 'counter.geo-promise', {
          clock: clock.name[language],
          limit: sentence(language, key, { n: limit.n }),
        }),
      ];
    });
}

/** The categories that have none below them, where the mechanism classifies; else the mechanism as a whole. */
export async function servicesOf(tx: Tx, city: number, key: string, language: Language): Promise<Services> {
  const { mechanism } = await getNewestMechanism(tx, city, key);
  const described = (way: readonly string[], ...names: string[]): string =>
    [...names, ...promised(mechanism, way, language)].join(language === 'zh' ? '；' : '; ') || mechanism.name[language];
  const fixed = { metadata: false, type: 'realtime' as const, keywords: '' };
  const whole = {
    ...fixed,
    service_code: key,
    service_name: mechanism.name[language],
    description: described([]),
    group: '',
  };
  const scheme = mechanism.scheme ? await findScheme(tx, city, mechanism.scheme) : undefined;
  const called = ({ zh, en }: { zh: string; en: string | null }): string => (language === 'en' ? (en ?? zh) : zh);
  const names = new Map(scheme?.categories.map((one) => [one.code, called(one)]));
  const nameOf = (code: string): string => names.get(code) ?? (code === key ? mechanism.name[language] : code);
  const parents = new Map(scheme?.categories.map(({ code, parent }) => [code, parent]));
  const wayTo = (code: string): string[] => {
    const parent = parents.get(code);
    return [...(parent ? wayTo(parent) : []), code];
  };
  const inUse = scheme?.categories.filter(({ retired }) => !retired) ?? [];
  const above = new Set(inUse.map(({ parent }) => parent));
  const leaves = inUse.filter(({ code }) => !above.has(code));
  const rows = leaves.map(({ code, parent }) => ({
    ...fixed,
    service_code: code,
    service_name: nameOf(code),
    description: described(wayTo(code), ...wayTo(code).map(nameOf)),
    group: parent ? nameOf(parent) : '',
  }));
  const taken = new Set([key, ...inUse.map(({ code }) => code)]);
  const knows = (code: string): boolean => code === key || names.has(code);
  return { rows: [whole, ...rows], takes: (code) => taken.has(code), knows, nameOf };
}

/** What the sources of a city may hand over, for whoever shows no key: GeoReport asks for none here, and categories are no secret. */
export async function allServices(tx: Tx, city: number, language: Language): Promise<GeoService[]> {
  const open = (await sourcesOf(tx, { city, system: true })).filter(({ revokedAt }) => revokedAt === null);
  const found = new Map<string, GeoService>();
  for (const key of new Set(open.map(({ mechanism }) => mechanism)))
    for (const row of (await servicesOf(tx, city, key, language)).rows) found.set(row.service_code, row);
  return [...found.values()];
}

/** The moment since which the services of a city are as they are, by which a client knows whether to fetch them again (ISO 8601). */
export async function servicesChanged(tx: Tx, city: number): Promise<string> {
  const sources = await sourcesOf(tx, { city, system: true });
  const moments = sources.map(({ id, revokedAt }) => revokedAt ?? momentOf(id).toISOString());
  for (const key of new Set(sources.map(({ mechanism }) => mechanism))) {
    const { mechanism, version } = await getNewestMechanism(tx, city, key);
    const published = await findMechanismSource(tx, city, key, version);
    const scheme = mechanism.scheme ? await findScheme(tx, city, mechanism.scheme) : undefined;
    moments.push(...(published ? [published.at.toISOString()] : []), ...(scheme ? [scheme.publishedAt] : []));
  }
  return moments.toSorted().at(-1) ?? new Date(0).toISOString();
}
