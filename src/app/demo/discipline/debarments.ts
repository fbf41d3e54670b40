import {
  actOnDebarment,
  lookAt,
  mayReadDecision,
  proposeDebarment,
  type ProposeDebarment,
} from '../../../debarments/index.ts';
import { creditCheckDigit, drawFileKey } from '../../../directory/index.ts';
import { addDays, dayOf, refuse, uuidv7, type Day } from '../../../kernel/index.ts';
import { keepSealed, type FileSealing, type FileStore } from '../../../platform/files/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { workdayBefore, workHour } from '../calendar.ts';

type Stage = { readonly pool: Pool; readonly files: FileStore; readonly office: Caller; readonly second: Caller };
const FIRM = '91990101MA8DEMA01';
/** A place that there is not, a day, and the check digit that belongs to them. */
const PERSON = '99010119700101001X';
/** Days back to the decision, and the days of the term. */
const OVER = { decided: 560, term: 365 };
const IN_TERM = { decided: 100, term: 730 };

/** Keys of documents are drawn here and opened by nobody. */
const sealing: FileSealing = {
  draw: drawFileKey,
  open: (_, __, { id }) => refuse('files.not-found', { id }, { status: 404 }),
};

/** Two who were debarred, one of them no more: proposed by one, entered by another, each with notice, hearing and decision, which was served. */
export async function debar({ pool, files, office, second }: Stage, now: Date): Promise<void> {
  const today = dayOf(now);
  const enter = async (
    told: Pick<ProposeDebarment, 'kind' | 'told'> & { how: ProposeDebarment['hearing']['how'] },
    { decided, term }: typeof OVER,
  ): Promise<void> => {
    const decidedOn: Day = workdayBefore(addDays(today, -decided));
    const at = workHour(decidedOn, 1, 10);
    const bytes = Buffer.from('\uFEFF监察决定书（样张）\n\n（演示数据，人名、企业、文号均为虚构）\n');
    const file = await keepSealed({ pool, files, sealing }, second, { name: '监察决定书.txt', bytes }, at);
    const { how, ...who } = told;
    const proposal: ProposeDebarment = {
      id: uuidv7(at),
      ...who,
      file: file.id,
      decidedOn,
      noticedOn: addDays(decidedOn, -25),
      hearing: { how, on: addDays(decidedOn, -9) },
      from: addDays(decidedOn, 1),
      until: addDays(decidedOn, term),
    };
    await transact(pool, second, (tx) => proposeDebarment(tx, second, proposal, at));
    const later = workHour(decidedOn, 1, 15);
    const look = { id: uuidv7(later), purpose: '审批前核对决定书', way: 'look' } as const;
    await transact(pool, office, async (tx) => {
      await lookAt(tx, office, proposal.id, look, later);
      await mayReadDecision(tx, office, file.id, later);
    });
    const approval = { id: uuidv7(later), kind: 'approve', given: {} } as const;
    await transact(pool, office, (tx) => actOnDebarment(tx, office, proposal.id, approval, later));
    const served = workHour(decidedOn, 2, 10);
    const receipt = Buffer.from('\uFEFF送达回证（样张）\n\n（演示数据，签收人为虚构）\n');
    const proof = await keepSealed({ pool, files, sealing }, office, { name: '送达回证.txt', bytes: receipt }, served);
    const given = { of: 'decision', on: dayOf(served), how: 'in-person', file: proof.id, reason: null } as const;
    const service = { id: uuidv7(served), kind: 'note-service', given } as const;
    await transact(pool, office, (tx) => actOnDebarment(tx, office, proposal.id, service, served));
  };
  const body = '莲城市监察委员会';
  const firm = {
    name: '莲城市恒诺工程有限公司',
    code: FIRM + creditCheckDigit(FIRM)!,
    grounds: '为承揽工程，向项目负责人行贿，数额较大，已经查实。',
    decision: { number: '莲监决〔演示〕2 号', body },
    said: '承认事实，请求缩短期限。已经考虑其主动退缴。',
  };
  const person = {
    name: '贾某（演示）',
    code: PERSON,
    grounds: '为使资质申报通过，多次送予经办人员礼金。',
    decision: { number: '莲监决〔演示〕1 号', body },
    said: null,
  };
  await enter({ kind: 'person', told: person, how: 'waived' }, OVER);
  await enter({ kind: 'enterprise', told: firm, how: 'heard' }, IN_TERM);
}
