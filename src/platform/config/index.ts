import { join } from 'node:path';
import { refuse } from '../../kernel/index.ts';
import type { MapOutline } from '../../kernel/contract.ts';
import { readNoticeConfig, type NoticeConfig } from './notices.ts';
import { readOutline } from './outline.ts';

/** What the environment decides; everything else is a default in the code that uses it. */
export type Config = {
  /** `DATABASE_URL`: the schema's owner on a server of the city. Null: the embedded server. */
  readonly databaseUrl: string | null;
  /** `DATABASE_APP_URL`: a login of the role huiyin_app on that server; without it the owner's is used under that role. */
  readonly applicationUrl: string | null;
  /** `HUIYIN_DATA`: where the embedded server and the files lie; `data` in the project unless set. */
  readonly dataFolder: string;
  /** `PORT`, 3000 unless set. */
  readonly port: number;
  /** `HOST`, 127.0.0.1 unless set: whoever opens it to others puts TLS before it. */
  readonly host: string;
  /** `HUIYIN_PROXY=1`: a reverse proxy stands before us, its X-Forwarded-* are believed. */
  readonly behindProxy: boolean;
  /** `HUIYIN_DEMO=0`: no demo city is founded, not even in a database without any city. */
  readonly demo: boolean;
  /**
   * `HUIYIN_TILES`: pictures of a map, `https://tiles.city.example/{z}/{x}/{y}.png` (Web Mercator, 256 px). Null: sites are drawn on an
   * outline, and no other machine hears who looks at what.
   */
  readonly tiles: string | null;
  /** `HUIYIN_OUTLINE`: the lines and names of the city's map, a GeoJSON file. Null: whoever raises something writes where, and points at no map. */
  readonly outline: MapOutline | null;
  /** What leads out of the house. */
  readonly notices: NoticeConfig;
};

const PROJECT = join(import.meta.dirname, '../../..');

/** Reads the environment. @throws Refusal `platform.port-wrong`, `platform.database-url-wrong`, `platform.outline-wrong`, and what `readNoticeConfig` throws. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) refuse('platform.port-wrong', { port: env['PORT'] ?? '' });
  return {
    databaseUrl: postgresUrl(env['DATABASE_URL'], 'DATABASE_URL'),
    applicationUrl: postgresUrl(env['DATABASE_APP_URL'], 'DATABASE_APP_URL'),
    dataFolder: env['HUIYIN_DATA'] || join(PROJECT, 'data'),
    port,
    host: env['HOST'] || '127.0.0.1',
    behindProxy: env['HUIYIN_PROXY'] === '1',
    demo: env['HUIYIN_DEMO'] !== '0',
    tiles: tilesUrl(env['HUIYIN_TILES']),
    outline: env['HUIYIN_OUTLINE'] ? readOutline(env['HUIYIN_OUTLINE']) : null,
    notices: readNoticeConfig(env),
  };
}

export type { NoticeConfig } from './notices.ts';
export { readOutline } from './outline.ts';

/** The project's folder: `messages`, `mechanisms`, `migrations`, `dist` lie in it. */
export const projectFolder = PROJECT;

function postgresUrl(text: string | undefined, variable: string): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol))
    refuse('platform.database-url-wrong', { variable });
  return text;
}

/** The places that an address of tiles must have. */
const PLACES = ['{z}', '{x}', '{y}'];

function tilesUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = text.replace('{z}', '0').replace('{x}', '0').replace('{y}', '0');
  const whole = URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
  if (!whole || !PLACES.every((place) => text.includes(place))) refuse('platform.tiles-wrong', { tiles: text });
  return text;
}
