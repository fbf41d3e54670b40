import { addEnterpriseContact, addEnterprises, creditCheckDigit } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { CITY } from './city.ts';

/** Invented enterprises: a trade, its industry, and what is usual there; money in 万元. Every seventh has told nothing of itself. */
const TRADES = [
  ['电力设备', 'C3821', 420, 68_000, 52_000],
  ['发制品', 'C2439', 180, 9_600, 7_400],
  ['汽车传动轴', 'C3670', 1260, 96_000, 88_000],
  ['豆制品', 'C1392', 64, 2_700, 1_900],
  ['花木', 'A0143', 35, 430, 610],
  ['市政工程', 'E4813', 240, 15_800, 9_300],
  ['建材', 'F5165', 16, 6_200, 3_100],
  ['超市', 'F5212', 95, 3_300, 1_200],
  ['物流', 'G5431', 150, 4_100, 5_600],
  ['餐饮', 'H6210', 28, 360, 180],
  ['软件', 'I6513', 42, 1_450, 980],
  ['物业服务', 'K7020', 310, 2_600, 1_100],
  ['人力资源', 'L7262', 24, 880, 410],
  ['检测技术', 'M7452', 18, 560, 730],
  ['印刷', 'C2319', 9, 240, 300],
] as const;
const WORDS = ['莲锦', '汇川', '中远达', '宏济', '晨光', '天启', '润丰', '德信'];
const PLACES = ['东湖区', '清河县', '石梁县', '莲城经济技术开发区'];
/** The first of them may sign in at the counter; what would be sent there is told on the terminal. */
const CONTACT = '13800138000';
const HOW_MANY = 60;
const WAN_FEN = 1_000_000;
const UNKNOWN_EVERY = 7;

/** Fills the demo's register of enterprises; the same ones each time, but for their ids. Returns the ids. */
export async function enroll(pool: Pool, at: Date): Promise<readonly Uuid[]> {
  const system = { city: CITY, system: true } as const;
  const enterprises = Array.from({ length: HOW_MANY }, (_, n) => {
    const [trade, industry, staff, revenue, assets] = TRADES[n % TRADES.length]!;
    const scale = 1 + Math.floor(n / TRADES.length) * 0.6;
    const known = n % UNKNOWN_EVERY !== UNKNOWN_EVERY - 1;
    const first = `91${CITY}MA9${String(n * 137 + 10_007).padStart(6, '0')}`;
    return {
      id: uuidv7(at),
      code: first + creditCheckDigit(first)!,
      name: `莲城市${WORDS[(n * 3) % WORDS.length]}${trade}有限公司`,
      industry,
      staff: known ? Math.round(staff * scale) : null,
      revenue: known ? Math.round(revenue * scale) * WAN_FEN : null,
      assets: known ? Math.round(assets * scale) * WAN_FEN : null,
      place: PLACES[n % PLACES.length]!,
    };
  });
  const contact = { id: uuidv7(at), enterprise: enterprises[0]!.id, contact: CONTACT };
  await transact(pool, system, async (tx) => {
    await addEnterprises(tx, system, enterprises, at);
    await addEnterpriseContact(tx, system, contact, at);
  });
  return enterprises.map(({ id }) => id);
}
