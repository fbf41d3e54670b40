import { DeliveryFault } from './fault.ts';
import { faultOf, signature } from './forms.rules.ts';
import type { Poster } from './post.ts';

/** A text message to one phone. The same `id` is the same message. */
export type Text = { readonly id: string; readonly to: string; readonly text: string };

/** Sends text messages through the city's gateway. */
export type Texter = {
  /** Returns when the gateway has taken it. @throws DeliveryFault */
  send(text: Text): Promise<void>;
};

/**
 * A gateway that takes `{ id, to, text }` as JSON by POST, signed as our own webhooks are (X-Huiyin-Timestamp and -Signature). What
 * a provider wants otherwise is translated by a small program of the city's before it.
 */
export const openTexter = (
  { url, secret }: { readonly url: string; readonly secret: string },
  post: Poster,
  now: () => Date,
): Texter => ({
  async send(text) {
    const body = JSON.stringify(text);
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Huiyin',
      'x-huiyin-delivery': text.id,
      'x-huiyin-timestamp': timestamp,
      'x-huiyin-signature': `sha256=${signature(secret, timestamp, body)}`,
    };
    const fault = faultOf('plain', await post({ url, headers, body }));
    if (fault) throw new DeliveryFault(fault.said, fault.lasting);
  },
});
