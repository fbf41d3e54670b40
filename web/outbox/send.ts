import type { SessionView } from '../../src/platform/identity/contract.ts';
import type { ActReceipt } from '../../src/matters/contract.ts';
import { ApiProblem, api } from '../api.ts';
import { sendFile } from '../files/sending/sendFile.ts';
import type { Owner } from './database.ts';
import { drop, keep, waitingFor, type Waiting } from './store.ts';

/** The line is not there, or the server is away or asks for patience: nothing is wrong with what was sent. */
const passes = ({ problem: { status } }: ApiProblem): boolean =>
  status === 0 || status === 401 || status === 408 || status === 425 || status === 429 || status >= 500;

/** The work is stopped: nothing is wrong with what was sent, and nothing in it could be mended. It waits for the gate. */
const awaits = ({ problem: { code } }: ApiProblem): boolean => code === 'matter.work-halted';

/**
 * Sends what somebody has waiting, one after the other, oldest first: its photographs, then the act under the id that it has had from the
 * beginning, so that one whose answer was lost is not done twice. What is refused stays with the reason and holds up nothing. One tab
 * sends at a time. Returns whether anything was sent.
 */
export function sendWaiting(owner: Owner): Promise<boolean> {
  return navigator.locks.request(`huiyin.outbox.${owner.seat}`, async () => {
    let sent = false;
    for (const act of await waitingFor(owner)) {
      if (act.refused) continue;
      try {
        if (!(await isStill(owner))) return sent;
        await sendOne(act);
        sent = true;
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (passes(error)) return sent;
        await keep(awaits(error) ? { ...act, held: error.problem } : { ...act, held: null, refused: error.problem });
      }
    }
    return sent;
  });
}

/** Whether whoever did it is still signed in here: another tab may have changed that, and an act is sent in the name of who is. */
async function isStill({ seat, account }: Owner): Promise<boolean> {
  const { caller } = await api.get<SessionView>('/api/session');
  return caller.account === account && caller.seat === seat;
}

async function sendOne(waiting: Waiting): Promise<void> {
  let act = waiting;
  for (const { key, file, bytes, name } of act.photos) {
    if (file) continue;
    const { id } = await sendFile(act.seat, false)(new File([bytes], name, { type: bytes.type }), {
      share: () => {},
      signal: AbortSignal.timeout(10 * 60_000),
    });
    // Kept before it goes on: the act must say the same files when it is sent again.
    act = { ...act, photos: act.photos.map((one) => (one.key === key ? { ...one, file: id } : one)) };
    await keep(act);
  }
  const files = act.photos.flatMap(({ file }) => file ?? []);
  const given = files.length ? { ...act.given, files } : act.given;
  await api.act<ActReceipt>(`/api/matters/${act.matter}/acts`, { id: act.id, kind: act.kind, given } as { id: string });
  await drop(act.id);
}
