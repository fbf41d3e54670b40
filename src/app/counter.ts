import { counterSessionRoutes, messengerOf } from '../counter/index.ts';
import {
  openMailer,
  openPoster,
  openTexter,
  readAllowed,
  type Mailer,
  type Texter,
} from '../platform/channels/index.ts';
import type { NoticeConfig } from '../platform/config/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';

/** The counter as the environment sets it up: by what its codes are sent. */
export type CounterSetUp = { readonly routes: readonly RoutePlugin[]; readonly close: () => void };

/** `instead`: takes what the city has no way to send, as the demo does; a fault in sending is told and ends nothing. */
export function setUpCounter(
  { smtpUrl, mailFrom, smsUrl, smsSecret }: NoticeConfig,
  instead: { mail: Pick<Mailer, 'send'>; sms: Texter } | null,
  onFault: (error: unknown) => void,
): CounterSetUp {
  const mailer = smtpUrl ? openMailer(smtpUrl, mailFrom) : null;
  // The gateway is the operator's own choice, wherever it stands.
  const sms = smsUrl
    ? openTexter(
        { url: smsUrl, secret: smsSecret },
        openPoster(readAllowed(new URL(smsUrl).hostname)!),
        () => new Date(),
      )
    : null;
  const messenger = messengerOf(mailer ?? instead?.mail ?? null, sms ?? instead?.sms ?? null);
  return { routes: [counterSessionRoutes(messenger, onFault)], close: () => mailer?.close() };
}
