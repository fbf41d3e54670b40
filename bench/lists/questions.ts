import { cursorText } from '../../src/matters/lists/cursor.rules.ts';
import type { World } from '../world/world.ts';

/** One question to the HTTP interface: its name for the table, which kinds of seat ask it, and the path. */
export type Question = { readonly name: string; readonly seat: number; readonly path: string };

/** Who asks: as they are called in world/people.ts. */
const OVERSEERS = ['the supervision office', 'a mayor'];
const UNITS = ['the rarest unit', 'a middling unit', 'the commonest unit', 'a county with 40 towns'];

/** Every shape of list, page, search and filter that the interface has, asked by whoever may ask it. */
export async function questions(world: World): Promise<Question[]> {
  const one = async (text: string): Promise<Record<string, string>> =>
    (await world.owner.query(text, [world.city])).rows[0] as never;
  const { round } = await one('select id as round from round where city = $1 order by held_on desc, id desc limit 1');
  const { id: oldRound, held } = await one(
    `select id, held_on::text as held from round where city = $1 order by held_on, id offset (select count(*) / 2 from round where city = $1) limit 1`,
  );
  const { id: middle } = await one(
    `select id from matter where city = $1 order by id offset ${Math.floor(world.matters / 2)} limit 1`,
  );
  const { area } = await one(`select area from matter where city = $1 group by area order by count(*) limit 1`);
  const { id: late, at } = await one(
    `select id, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from matter
     where city = $1 and phase <> 'closed' and isfinite(due_at) order by due_at, id offset ${Math.floor(world.matters / 80)} limit 1`,
  );
  const { person } = await one('select account as person from seat where city = $1 order by id limit 1');
  const now = Date.now();
  const day = (days: number): string => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  const deep = cursorText({ at: '', id: middle! });
  const deepDue = cursorText({ at: at!, id: late! });
  const matters: Record<string, Record<string, string>> = {
    'first page': {},
    'first page, 200 rows': { limit: '200' },
    newest: { sort: 'newest' },
    'newest of all phases': { phase: 'any' },
    'newest, half a million down': { sort: 'newest', after: deep },
    'by deadline, deep': { after: deepDue },
    'struck off': { phase: 'closed' },
    'struck off, newest': { phase: 'closed', sort: 'newest' },
    'struck off, half a million down': { phase: 'closed', sort: 'newest', after: deep },
    answered: { phase: 'answered' },
    'sent back': { phase: 'open' },
    overdue: { slip: 'overdue' },
    'due soon': { slip: 'soon' },
    'a stage': { stage: 'refused' },
    'a stage, newest': { stage: 'verified', sort: 'newest' },
    'the smallest area': { area: area! },
    'the smallest area, newest': { area: area!, sort: 'newest' },
    'an area that does not exist': { area: '无此领域' },
    'an area that does not exist, newest': { area: '无此领域', sort: 'newest' },
    'an area, struck off': { area: area!, phase: 'closed' },
    'an area, struck off, newest': { area: area!, phase: 'closed', sort: 'newest' },
    'an area, due soon': { area: area!, slip: 'soon' },
    'a stage of an area': { area: area!, stage: 'refused', sort: 'newest' },
    'this round': { round: round! },
    'an old round, newest': { round: oldRound!, sort: 'newest' },
    'an old round, struck off': { round: oldRound!, phase: 'closed' },
    'of the rarest unit': { unit: world.rarest, scope: 'all' },
    'of the rarest unit, struck off in an area': {
      unit: world.rarest,
      area: area!,
      phase: 'closed',
      scope: 'all',
    },
    'of the commonest unit': { unit: world.commonest, scope: 'all' },
    'of the commonest unit, newest': { unit: world.commonest, sort: 'newest', scope: 'all' },
    'of the commonest unit in an area that does not exist': { unit: world.commonest, area: '无此领域', sort: 'newest' },
    'of the commonest unit, a stage': { unit: world.commonest, stage: 'verified', sort: 'newest' },
    'of the commonest unit, in an old round': { unit: world.commonest, round: oldRound!, sort: 'newest' },
    'search, two characters in every third': { q: '完成' },
    'search, two characters in every thirtieth': { q: '托位' },
    'search, two characters, rare': { q: '苇苇' },
    'search, two characters, nowhere': { q: '鲸鱼' },
    'search, four characters': { q: '征迁收尾' },
    'search, four characters, nowhere but its pairs everywhere': { q: '完成清单' },
    'search, a sentence': { q: '排查整改学校食堂食品安全问题' },
    'search, a number': { q: '2026〕17-03' },
    'search, digits': { q: '03' },
    'search within a phase': { q: '完成', phase: 'open' },
    'search within an area': { q: '清单', area: area! },
    'search for what is overdue': { q: '项目', slip: 'overdue' },
    'search by initials': { q: 'csglj' },
    'search within what was refused': { q: '完成', bounced: 'yes' },
    'due in a span of days': { dueFrom: day(-3), dueTo: day(10) },
    'registered in a week': { registeredFrom: day(-400), registeredTo: day(-394), sort: 'newest' },
    'last acted on in a week': { updatedFrom: day(-400), updatedTo: day(-394), sort: 'newest' },
    'registered in a week and still open': { registeredFrom: day(-20), registeredTo: day(-13) },
    paused: { paused: 'yes' },
    'paused, newest': { paused: 'yes', sort: 'newest' },
    'refused once, newest': { bounced: 'yes', sort: 'newest' },
    'confidential, newest': { confidential: 'yes', sort: 'newest' },
    'a stance': { stance: 'refused' },
    'a stance, newest': { stance: 'refused', sort: 'newest' },
    'as co-unit, newest': { part: 'co', sort: 'newest' },
    'a stance, refused once and confidential in an area': {
      stance: 'answered',
      bounced: 'yes',
      confidential: 'yes',
      area: area!,
    },
    'acted on by somebody': { person: person! },
    'acted on by somebody, refused once': { person: person!, bounced: 'yes' },
    'a stance of the commonest unit': { unit: world.commonest, stance: 'answered', scope: 'all' },
    'helped by the commonest unit, newest': { unit: world.commonest, part: 'co', sort: 'newest', scope: 'all' },
  };
  const bench = ['', 'filter=overdue', 'filter=today', 'filter=week', 'filter=dispatched'];
  const rounds = [
    ['rounds', '/api/rounds'],
    ['rounds, ten thousand down', `/api/rounds?after=${cursorText({ at: `${held}T00:00:00.000Z`, id: oldRound! })}`],
    ['a round', `/api/rounds/${round}`],
    ['units', '/api/units'],
    ['bulletins', '/api/bulletins'],
    ['what lists are filtered by', '/api/matters/choices'],
    ['suggestions for a name', `/api/find?q=${encodeURIComponent('城管')}`],
    ['suggestions for initials', '/api/find?q=csg'],
  ];
  const asked: Question[] = [];
  for (const [seat, { who }] of world.seats.entries()) {
    if (![...OVERSEERS, ...UNITS].includes(who)) continue;
    const add = (what: string, path: string) => asked.push({ name: `${what}, asked by ${who}`, seat, path });
    for (const query of bench) add(`workbench ${query}`, `/api/workbench?${query}`);
    const scopes: Record<string, string>[] = UNITS.includes(who) ? [{}, { scope: 'all' }] : [{}];
    for (const scope of scopes)
      for (const [name, query] of Object.entries(matters)) {
        if (scope['scope'] && query['scope']) continue;
        const text = String(new URLSearchParams({ ...query, ...scope }));
        const of = `${name}${scope['scope'] ? ' (whole city)' : ''}`;
        add(of, `/api/matters?${text}`);
        add(`how many: ${of}`, `/api/matters/count?${text}`);
      }
    if (OVERSEERS.includes(who) || who === 'the rarest unit') for (const [name, path] of rounds) add(name!, path!);
  }
  return asked;
}
