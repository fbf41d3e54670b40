import type { Uuid } from '../../kernel/index.ts';
import type { Form, Hook } from '../../platform/channels/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { ChooseNotices } from '../contract.ts';

export type MailContact = {
  address: string;
  confirmed: boolean;
  confirmedAt: Date | null;
  codeHash: string | null;
  codeUntil: Date | null;
  sentAt: Date;
  wrong: number;
};
const mail = {
  name: 'notice.mail',
  text: `select address, confirmed_at is not null as confirmed, confirmed_at as "confirmedAt", encode(code_hash, 'hex') as "codeHash",
      code_until as "codeUntil", sent_at as "sentAt", wrong from notice_mail where city = $1 and account = $2`,
};
const mailLocked = { name: 'notice.mail-locked', text: `${mail.text} for update` };

/** A person's mail address, confirmed or not; locked where a code is about to be compared, so that guesses are counted. */
export const findMail = async (
  tx: Tx,
  city: number,
  account: Uuid,
  { locked = false } = {},
): Promise<MailContact | undefined> => (await tx.run<MailContact>(locked ? mailLocked : mail, [city, account]))[0];

const giveMail = {
  name: 'notice.give-mail',
  text: `insert into notice_mail (city, account, address, code_hash, code_until, sent_at)
    values ($1, $2, $3, decode($4, 'hex'), $5, $6)
    on conflict (city, account) do update set address = excluded.address, code_hash = excluded.code_hash,
      code_until = excluded.code_until, sent_at = excluded.sent_at, wrong = 0, confirmed_at = null`,
};
/** Gives an address that is to be confirmed by a code, in place of whatever there was. */
export async function setMail(
  tx: Tx,
  city: number,
  account: Uuid,
  given: { address: string; codeHash: string; until: Date; at: Date },
): Promise<void> {
  await tx.run(giveMail, [city, account, given.address, given.codeHash, given.until, given.at]);
}

const confirm = {
  name: 'notice.confirm-mail',
  text: `update notice_mail set confirmed_at = $3, code_hash = null, code_until = null where city = $1 and account = $2`,
};
/** The address is the person’s; its code is over. */
export async function confirmMail(tx: Tx, city: number, account: Uuid, at: Date): Promise<void> {
  await tx.run(confirm, [city, account, at]);
}
const guessed = {
  name: 'notice.guessed',
  text: 'update notice_mail set wrong = wrong + 1 where city = $1 and account = $2',
};
/** Counts a wrong code against an address that waits to be confirmed. */
export async function countWrong(tx: Tx, city: number, account: Uuid): Promise<void> {
  await tx.run(guessed, [city, account]);
}
const mailSent = {
  name: 'notice.mail-sent',
  text: 'update notice_mail set sent_at = $3 where city = $1 and account = $2',
};
/** Notes when an address was last written to for its owner’s sake, so that it is not written to at once again. */
export async function noteMailSent(tx: Tx, city: number, account: Uuid, at: Date): Promise<void> {
  await tx.run(mailSent, [city, account, at]);
}
const dropMail = { name: 'notice.drop-mail', text: 'delete from notice_mail where city = $1 and account = $2' };
/** Forgets the address of an account. */
export async function removeMail(tx: Tx, city: number, account: Uuid): Promise<void> {
  await tx.run(dropMail, [city, account]);
}

const hook = {
  name: 'notice.webhook',
  text: 'select form, url, secret, tested_at as "testedAt" from notice_webhook where city = $1 and account = $2',
};
/** The webhook of an account; undefined where it has none. */
export const findHook = async (
  tx: Tx,
  city: number,
  account: Uuid,
): Promise<(Hook & { form: Form; testedAt: Date | null }) | undefined> =>
  (await tx.run<Hook & { testedAt: Date | null }>(hook, [city, account]))[0];

const giveHook = {
  name: 'notice.give-webhook',
  text: `insert into notice_webhook (city, account, form, url, secret) values ($1, $2, $3, $4, $5)
    on conflict (city, account) do update set form = excluded.form, url = excluded.url, secret = excluded.secret`,
};
/** Gives a webhook in place of the one before. When one was last tried stays, so that another address is no way round the pause. */
export async function setHook(tx: Tx, city: number, account: Uuid, given: Hook): Promise<void> {
  await tx.run(giveHook, [city, account, given.form, given.url, given.secret]);
}
const tested = {
  name: 'notice.webhook-tested',
  text: 'update notice_webhook set tested_at = $3 where city = $1 and account = $2',
};
/** Notes when a webhook was last tried by its owner. */
export async function noteHookTested(tx: Tx, city: number, account: Uuid, at: Date): Promise<void> {
  await tx.run(tested, [city, account, at]);
}
const dropHook = { name: 'notice.drop-webhook', text: 'delete from notice_webhook where city = $1 and account = $2' };
/** Forgets the webhook of an account. */
export async function removeHook(tx: Tx, city: number, account: Uuid): Promise<void> {
  await tx.run(dropHook, [city, account]);
}

const choose = {
  name: 'notice.choose',
  text: `with chosen as (
      insert into notice_choice (city, account, kind, channels)
      select $1, $2, r.kind, array(select json_array_elements_text(r.channels))
      from json_to_recordset($3) as r (kind text, channels json)
      on conflict (city, account, kind) do update set channels = excluded.channels)
    insert into notice_setting (city, account, language, digest_at, promptly) values ($1, $2, $4, $5, $6)
    on conflict (city, account) do update set language = excluded.language, digest_at = excluded.digest_at,
      promptly = excluded.promptly`,
};
/** Keeps what a person chose, and the language in which they did. */
export async function saveChoices(
  tx: Tx,
  city: number,
  account: Uuid,
  given: ChooseNotices & { language: 'zh' | 'en' },
): Promise<void> {
  const { choices, language, digestAt, promptly } = given;
  await tx.run(choose, [city, account, JSON.stringify(choices), language, digestAt, promptly]);
}
