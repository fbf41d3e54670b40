import { z } from 'zod';
import type { Mailer, Texter } from '../../platform/channels/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';

const MOST = 50;
const Sent = z.object({ at: z.iso.datetime(), to: z.string(), text: z.string() });

/** What the demo would have sent to phones and by mail: told on the terminal, and to whoever is signed in at a desk of it. */
export function demoOutbox(tell: (to: string, text: string) => void): {
  readonly mail: Pick<Mailer, 'send'>;
  readonly sms: Texter;
  readonly routes: RoutePlugin;
} {
  const sent: z.infer<typeof Sent>[] = [];
  const keep = (to: string, text: string): void => {
    sent.unshift({ at: new Date().toISOString(), to, text });
    sent.splice(MOST);
    tell(to, text);
  };
  return {
    mail: { send: async ({ to, text }) => keep(to, text) },
    sms: { send: async ({ to, text }) => keep(to, text) },
    routes: (http) => {
      http.get(
        '/api/demo/outbox',
        { schema: { hide: true, response: { 200: z.object({ rows: z.array(Sent) }) } } },
        async () => ({ rows: sent }),
      );
    },
  };
}
