import { declareInterest } from '../../../directory/index.ts';
import { dayOf, uuidv7, type Uuid } from '../../../kernel/index.ts';
import { act, getNewestMechanism, registerByHand } from '../../../matters/index.ts';
import type { ActKind } from '../../../mechanism/index.ts';
import { keepFile, type FileStore } from '../../../platform/files/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { workdayBefore, workHour } from '../calendar.ts';
import { CITY } from '../city.ts';
import type { DemoPeople } from '../people.ts';

type Stage = { readonly pool: Pool; readonly files: FileStore; readonly people: DemoPeople; readonly panel: Caller };
/** Working days since the procurators asked. */
const SINCE = 70;

/** One enterprise under compliance inspection: the panel, its plan, two visits, what was put right, the report; the verdict is still to be given. */
export async function inspectCompliance({ pool, files, people, panel }: Stage, now: Date): Promise<void> {
  const office = people.supervisor;
  let first = dayOf(now);
  for (let n = 0; n < SINCE; n++) first = workdayBefore(first);
  const on = (workdays: number, hour: number): Date => workHour(first, workdays, hour);
  const file = async (name: string, text: string, at: Date): Promise<Uuid> =>
    (await keepFile({ pool, files }, panel, { name, bytes: Buffer.from(`\uFEFF${text}（演示数据，均为虚构）\n`) }, at))
      .id;
  const id = uuidv7(on(0, 9));
  const does = (who: Caller, kind: ActKind, given: Record<string, unknown>, at: Date) =>
    act(pool, who, id, { id: uuidv7(at), kind, given }, at);
  const given = {
    text: '莲城市恒润包装有限公司涉嫌虚开发票案，商请启动第三方监督评估',
    parties: [
      { side: 'enterprise', kind: 'enterprise' as const, name: '莲城市恒润包装有限公司' },
      { side: 'asker', kind: 'enterprise' as const, name: '东湖区人民检察院' },
    ],
  };
  await transact(pool, office, (tx) => registerByHand(tx, office, { id, mechanism: 'compliance', given }, on(0, 9)));
  await does(office, 'assign', { lead: panel.unit, co: [] }, on(0, 10));
  await does(panel, 'accept', {}, on(1, 9));
  await transact(pool, panel, (tx) =>
    declareInterest(tx, panel, { id: uuidv7(on(1, 10)), kind: 'none', enterprise: null, text: null }, on(1, 10)),
  );
  await does(panel, 'appoint', { seat: panel.seat, impartial: true, note: '任第三方组织组长' }, on(1, 11));
  for (const [key, text] of [
    ['caizheng', '任第三方组织成员，负责财务和发票管理'],
    ['shijian', '任第三方组织成员，负责采购和销售合同'],
  ] as const)
    await does(panel, 'help', { seat: people.handlers.get(key)!.seat, text }, on(2, 9));
  const { mechanism } = await transact(pool, office, (tx) => getNewestMechanism(tx, CITY, 'compliance'));
  const inspect = async (gate: string, at: Date): Promise<void> => {
    const items = Object.keys(mechanism.gates![gate]!.items).map((item) => ({ item, verdict: 'pass' }));
    const note = '逐项审查，材料齐全，与现场核对一致。';
    await does(panel, 'inspect', { gate, items, note, files: [await file('审查意见.txt', '逐项审查的意见', at)] }, at);
  };
  const visit = async (workday: number, place: string, text: string): Promise<void> => {
    const at = on(workday, 17);
    const notes = await file('走访笔录.txt', '走访笔录', at);
    await does(
      panel,
      'meet',
      { heldOn: dayOf(at), from: '09:30', lasted: 150, place, came: [1], text, files: [notes] },
      at,
    );
  };
  await inspect('plan', on(12, 15));
  await visit(20, '企业财务部', '抽查六个月的进项发票和付款凭证，开票由两人复核，尚缺供应商名录。');
  await does(
    people.handlers.get('caizheng')!,
    'report',
    { text: '供应商名录已经建立，历史发票清理完成七成。' },
    on(32, 16),
  );
  await visit(45, '企业仓库和财务部', '票、账、货三项核对一致；税款和滞纳金已经缴清，有完税证明。');
  await inspect('remedy', on(60, 10));
  const result = '考察期内未再发现违规开票，合规制度已经执行并留有记录，建议评为合格。';
  await does(
    panel,
    'answer',
    { result, files: [await file('评估报告.txt', '第三方组织评估报告', on(66, 10))] },
    on(66, 11),
  );
}
