import type { Uuid } from '../../kernel/index.ts';
import { DeliveryFault, faultOf, postOf, type Hook, type Message } from '../../platform/channels/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findHook, findMail } from '../settings/contact.store.ts';
import type { Outside } from '../contract.ts';
import type { Outward } from './outward.ts';

/** To whom, by which way. */
export type Recipient = { readonly city: number; readonly account: Uuid; readonly channel: Outside };

/** Sends a message to where a person wants it now. @throws DeliveryFault, a lasting one where there is no such place any more. */
export async function send(tx: Tx, to: Recipient, message: Message, outward: Outward, now: Date): Promise<void> {
  const { city, account, channel } = to;
  if (channel === 'mail') {
    const mail = await findMail(tx, city, account);
    if (!mail?.confirmed) throw new DeliveryFault('no confirmed address', true);
    return sendMail(mail.address, message, outward);
  }
  const hook = await findHook(tx, city, account);
  if (!hook) throw new DeliveryFault('no webhook', true);
  return sendPost(hook, message, outward, now);
}

/** Mails a message as plain text, a line a notice, each with its link below. */
export async function sendMail(to: string, { id, title, lines }: Message, { mail }: Outward): Promise<void> {
  if (!mail) throw new DeliveryFault('no mail server', false);
  const text = lines.map(({ text: line, url }) => (url ? `${line}\n${url}` : line)).join('\n\n');
  await mail.send({ id, to, subject: title, text: `${text}\n` });
}

async function sendPost(hook: Hook, message: Message, { post }: Outward, now: Date): Promise<void> {
  const fault = faultOf(hook.form, await post(postOf(hook, message, now)));
  if (fault) throw new DeliveryFault(fault.said, fault.lasting);
}
