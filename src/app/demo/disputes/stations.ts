import { addUnits, changeUnit, openPeople, openPerson, openSeats } from '../../../directory/index.ts';
import { setDutyRule } from '../../../duties/index.ts';
import { uuidv7, type Uuid } from '../../../kernel/index.ts';
import { randomPassword, type Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { CITY } from '../city.ts';
import type { DemoAccount } from '../people.ts';

/**
 * Invented stations, and how many work there: 167 in all. The first is the centre, and the others stand under it and not under the
 * governments of their districts: whoever sits above a unit reads its matters, and what is said in mediation is not a government's to read.
 */
const STATIONS = [
  ['莲城市涉企纠纷调解中心', '涉企调解中心', 30, '东湖区文昌路 8 号政务服务中心 2 楼', 113.623, 33.941],
  ['东湖区涉企纠纷调解工作站', '东湖调解站', 24, '东湖区望湖路 16 号', 113.651, 33.962],
  ['清河县涉企纠纷调解工作站', '清河调解站', 24, '清河县青石街 3 号', 113.547, 33.987],
  ['石梁县涉企纠纷调解工作站', '石梁调解站', 24, '石梁县永宁路 21 号', 113.712, 33.884],
  ['经开区涉企纠纷调解工作站', '经开区调解站', 24, '经开区长乐路 66 号', 113.689, 33.923],
  ['莲城市商会调解工作站', '商会调解站', 21, '东湖区双桥路 5 号商会大厦 4 楼', 113.606, 33.93],
  ['莲城市物流行业调解工作站', '物流调解站', 20, '经开区龙泉路物流园 1 号楼', 113.701, 33.907],
] as const;
/** Numbers that nobody has: no exchange of this area begins so. */
const phoneOf = (n: number): string => `0374-019000${n + 1}`;
/** What they do there, in turn; the first two sign in with passwords of their own. */
const TITLES = ['调解员', '调解员', '企业法治护航员', '企业服务员'] as const;
const HOURS = { from: '09:00', until: '17:00' };
const SIGN_IN = ['tiaojie', 'tiaojie-2'] as const;
const NAMES = ['唐若水', '顾以宁'] as const;
/** Who answers for the first station; mediates nothing and is not counted among its staff. */
const HEAD = { login: 'tiaojie-head', name: '韩立言', title: '主任' } as const;
const SURNAMES = '白柏常程崔邓丁董杜范方冯傅甘高葛龚顾郭洪侯胡黄霍季贾江姜蒋金';
const GIVEN = ['安然', '博远', '采薇', '承志', '东明', '菲菲', '广源', '和平', '佳宁', '开颜', '乐天', '明远', '宁远'];

export type Station = { readonly unit: Uuid; readonly name: string; readonly staff: readonly Caller[] };

/** Opens the stations and everybody who works there; the same names each time. Returns the accounts that can sign in, too. */
export async function openStations(
  pool: Pool,
  at: Date,
): Promise<{ stations: readonly Station[]; accounts: readonly DemoAccount[] }> {
  const system = { city: CITY, system: true } as const;
  const accounts: DemoAccount[] = [];
  let n = 0;
  const stations = STATIONS.map(([name, shortName, count, address, longitude, latitude], i) => {
    const unit = uuidv7(at);
    const staff = Array.from({ length: count }, (_, k): Caller => {
      const own = i === 0 ? NAMES[k] : undefined;
      const title = TITLES[k % TITLES.length]!;
      const person = own ?? `${SURNAMES[n % SURNAMES.length]}${GIVEN[(n * 5 + i) % GIVEN.length]}`;
      n++;
      return {
        city: CITY,
        account: uuidv7(at),
        seat: uuidv7(at),
        role: 'handler',
        unit,
        units: [unit],
        name: person,
        title,
      };
    });
    const located = { address, phone: phoneOf(i), point: { longitude, latitude } };
    return { unit, name, shortName, staff, located };
  });
  await transact(pool, system, async (tx) => {
    const centre = stations[0]!.unit;
    const units = stations.map(({ unit: id, name, shortName }, i) => {
      const parent = id === centre ? null : centre;
      return { id, parent, name, shortName, kind: 'other' as const, aliases: [], sort: 1000 + i };
    });
    await addUnits(tx, system, units, at);
    for (const { unit, located } of stations)
      await changeUnit(tx, system, unit, { id: uuidv7(at), kind: 'locate', given: located }, at);
    const seatOf = ({ seat, unit, role, title }: Caller) => ({ id: seat, unit, role: role as 'handler', title });
    const everybody = stations.flatMap(({ staff }) => staff);
    for (const [i, login] of SIGN_IN.entries()) {
      const one = everybody[i]!;
      const password = randomPassword();
      await openPerson(tx, system, { id: one.account, login, name: one.name, password, seat: seatOf(one) }, at);
      accounts.push({ login, password, name: one.name, role: 'handler', unit: stations[0]!.name, title: one.title });
    }
    const head = { id: uuidv7(at), login: HEAD.login, name: HEAD.name, password: randomPassword() };
    const seat = { id: uuidv7(at), unit: stations[0]!.unit, role: 'head', title: HEAD.title } as const;
    await openPerson(tx, system, { ...head, seat }, at);
    accounts.push({ ...HEAD, password: head.password, role: 'head', unit: stations[0]!.name });
    const others = everybody.slice(SIGN_IN.length);
    const people = others.map(({ account, name }, i) => ({ id: account, login: `tiaojie-${i + 3}`, name }));
    await openPeople(tx, system, people, at);
    await openSeats(
      tx,
      system,
      others.map((one) => ({ ...seatOf(one), account: one.account })),
      at,
    );
    for (const { unit } of stations) {
      // Tuesdays and Thursdays, two at a time, one of them a mediator: whoever comes there comes for one.
      const rule = {
        id: uuidv7(at),
        unit,
        weekdays: [2, 4],
        people: 2,
        since: '2023-03-01',
        hours: HOURS,
        titles: ['调解员'],
      };
      await setDutyRule(tx, system, rule, at);
    }
  });
  return { stations, accounts };
}
