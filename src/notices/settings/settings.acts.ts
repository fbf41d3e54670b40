import { hash, randomBytes, randomInt } from 'node:crypto';
import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import { DeliveryFault } from '../../platform/channels/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import {
  confirmMail,
  countWrong,
  findHook,
  findMail,
  noteHookTested,
  noteMailSent,
  setHook,
  setMail,
  type MailContact,
} from './contact.store.ts';
import { NoticeKind, type GiveWebhook, type NoticeSettings, type Outside } from '../contract.ts';
import { insertDelivery, noteTry } from '../delivery/delivery.store.ts';
import type { Outward } from '../delivery/outward.ts';
import { testMessage } from '../delivery/test-message.ts';
import { targetOf } from '../telling/gather.acts.ts';
import { send, sendMail } from '../delivery/send.ts';
import { channelsFor, DEFAULT_WAYS } from './ways.rules.ts';
import { findWays } from './ways.store.ts';

const CODE_LASTS_MS = 15 * 60_000;
/** Between two messages that a person has sent to themselves: nobody's mailbox is to be filled by it. */
const PAUSE_MS = 60_000;
const TEST_PAUSE_MS = 10_000;
const MOST_WRONG = 5;

/** How the caller's person is told. */
export async function viewSettings(tx: Tx, { city, account }: Caller, outward: Outward): Promise<NoticeSettings> {
  const ways = (await findWays(tx, city, [account])).get(account) ?? DEFAULT_WAYS;
  const [mail, hook] = [await findMail(tx, city, account), await findHook(tx, city, account)];
  return {
    choices: NoticeKind.options.map((kind) => ({ kind, channels: [...channelsFor(ways, kind)] })),
    digestAt: ways.digestAt,
    promptly: ways.promptly,
    hours: outward.hours.map(([from, until]): [number, number] => [from, until]),
    mail: { available: outward.mail !== null, address: mail?.address ?? null, confirmed: mail?.confirmed ?? false },
    webhook: hook ? { form: hook.form, url: hook.url, signed: hook.secret !== '' } : null,
  };
}

/** Takes a mail address, and sends a code to it: nothing else is sent there until the code has come back. */
export async function giveAddress(
  pool: Pool,
  caller: Caller,
  address: string,
  { outward, language, now }: { outward: Outward; language: Language; now: Date },
): Promise<void> {
  if (!outward.mail) refuse('notice.mail-not-set-up', {}, { status: 409 });
  const { city, account } = caller;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await transact(pool, caller, async (tx) => {
    const earlier = await findMail(tx, city, account, { locked: true });
    if (earlier) refuseHaste(earlier.sentAt, PAUSE_MS, now);
    const until = new Date(now.getTime() + CODE_LASTS_MS);
    await setMail(tx, city, account, { address, codeHash: hashOf(account, code), until, at: now });
  });
  const title = sentence(language, 'notice.code-title', { code });
  const text = sentence(language, 'notice.code-text', { code, minutes: CODE_LASTS_MS / 60_000 });
  await orRefuseFault(sendMail(address, { id: uuidv7(now), title, lines: [{ text, url: null }] }, outward));
}

/** Takes the code that came by mail. Wrong ones are counted, also where this refuses: after five another must be sent. */
export async function confirmAddress(pool: Pool, caller: Caller, code: string, now: Date): Promise<void> {
  const { city, account } = caller;
  const fault = await transact(pool, caller, async (tx) => {
    const mail = await findMail(tx, city, account, { locked: true });
    if (!mail?.codeHash || !mail.codeUntil || mail.codeUntil < now || mail.wrong >= MOST_WRONG) return 'over';
    if (mail.codeHash !== hashOf(account, code)) {
      await countWrong(tx, city, account);
      return 'wrong';
    }
    await confirmMail(tx, city, account, now);
    return null;
  });
  if (fault === 'over') refuse('notice.code-over', {}, { pointer: '/code' });
  if (fault === 'wrong') refuse('notice.code-wrong', {}, { pointer: '/code' });
}

const hashOf = (account: string, code: string): string => hash('sha256', `${account} ${code}`);

/**
 * Refuses an address that nothing would ever be posted to: of our own networks, or unencrypted, where the configuration does not allow
 * it (422). Asked outside of any transaction, as a name is looked up.
 */
export async function refuseForbidden({ url }: GiveWebhook, outward: Outward): Promise<void> {
  const why = await outward.forbids(url);
  if (why) refuse('notice.webhook-forbidden', { why }, { pointer: '/url' });
}

/** Takes a webhook. One of our own form is given a secret, which is answered once; null where there is none to tell. */
export async function giveWebhook(tx: Tx, { city, account }: Caller, given: GiveWebhook): Promise<string | null> {
  const url = new URL(given.url);
  if (url.username || url.password) refuse('notice.webhook-with-password', {}, { status: 400, pointer: '/url' });
  const own = given.form === 'plain' ? randomBytes(24).toString('base64url') : null;
  const earlier = await findHook(tx, city, account);
  // DingTalk's own is not shown again, so it is kept when the address alone is corrected.
  const kept = given.form === 'dingtalk' && earlier?.form === 'dingtalk' ? earlier.secret : '';
  const secret = own ?? (given.form === 'dingtalk' ? (given.secret ?? kept) : '');
  await setHook(tx, city, account, { form: given.form, url: url.href, secret });
  return own;
}

/** Sends a message to the caller's own address or webhook at once, whatever the hour: they are sitting there waiting for it. */
export async function testSend(
  pool: Pool,
  caller: Caller,
  channel: Outside,
  { outward, language, now }: { outward: Outward; language: Language; now: Date },
): Promise<void> {
  const { city, account } = caller;
  await transact(pool, caller, async (tx) => {
    const last =
      channel === 'mail' ? lastTest(await findMail(tx, city, account)) : (await findHook(tx, city, account))?.testedAt;
    if (last === undefined) refuse('notice.nowhere-to-send', {}, { status: 409 });
    if (last) refuseHaste(last, TEST_PAUSE_MS, now);
    await (channel === 'mail' ? noteMailSent : noteHookTested)(tx, city, account, now);
  });
  const message = testMessage(uuidv7(now), { language, page: outward.page });
  const sending = transact(pool, caller, (tx) => send(tx, { city, account, channel }, message, outward, now));
  await orRefuseFault(logged(pool, { city, account, channel }, message.id, sending, now));
}

/**
 * When a person last had something sent to their address for a look; null where that was the code alone, which they have typed since:
 * the first test comes right after it. Undefined without an address.
 */
function lastTest(mail: MailContact | undefined): Date | null | undefined {
  if (!mail?.confirmedAt) return mail?.sentAt;
  return mail.sentAt < mail.confirmedAt ? null : mail.sentAt;
}

/** Notes a test in the log of messages, as what came of it: who looks why nothing arrives finds that it was tried. */
async function logged(
  pool: Pool,
  { city, account, channel }: { city: number; account: Uuid; channel: Outside },
  id: Uuid,
  sending: Promise<void>,
  now: Date,
): Promise<void> {
  const note = (state: 'sent' | 'failed', said: string) =>
    transact(pool, { city, system: true }, async (tx) => {
      const target = await targetOf(tx, city, account, channel);
      await insertDelivery(tx, city, { id, account, channel, target, notices: [] });
      await noteTry(tx, city, id, { state, tries: 1, said, at: now });
    });
  try {
    await sending;
  } catch (error) {
    if (error instanceof DeliveryFault) await note('failed', error.said);
    throw error;
  }
  await note('sent', '');
}

function refuseHaste(last: Date, pause: number, now: Date): void {
  const seconds = Math.ceil((last.getTime() + pause - now.getTime()) / 1000);
  if (seconds > 0) refuse('notice.too-soon', { seconds }, { status: 429 });
}

/** What the other side said is told to whoever tries it: they can mend their address by it. */
async function orRefuseFault(sending: Promise<void>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof DeliveryFault)) throw error;
    refuse('notice.not-delivered', { said: error.said });
  }
}
