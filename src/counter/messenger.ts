import type { Mailer, Texter } from '../platform/channels/index.ts';

/** Where a message goes. */
export type Reach = { readonly kind: 'phone' | 'email'; readonly text: string };
export type Message = { readonly id: string; readonly subject: string; readonly text: string };

/** Brings a message to whoever has no seat. */
export type Messenger = {
  /** Returns when the other side has taken it. Where the city has no such way nothing is sent. @throws DeliveryFault */
  send(to: Reach, message: Message): Promise<void>;
};

/** Sends by the city's own mail server and its gateway for text messages. */
export const messengerOf = (mail: Pick<Mailer, 'send'> | null, sms: Texter | null): Messenger => ({
  async send({ kind, text: to }, { id, subject, text }) {
    if (kind === 'email') await mail?.send({ id, to, subject, text });
    else await sms?.send({ id, to, text });
  },
});
