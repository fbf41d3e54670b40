import {
  openMailer,
  openPoster,
  openTexter,
  readAllowed,
  type Mailer,
  type Texter,
} from '../platform/channels/index.ts';
import type { NoticeConfig } from '../platform/config/index.ts';

/** By what whoever has no seat is written to, as the environment sets it up; null: the city has no such way. */
export type Channels = {
  readonly mail: Pick<Mailer, 'send'> | null;
  readonly sms: Texter | null;
  /** Nothing leaves the house: it is kept where the demo shows it. */
  readonly pretended: boolean;
  readonly close: () => void;
};

/** `instead`: takes what the city has no way to send, as the demo does. */
export function openChannels(
  { smtpUrl, mailFrom, smsUrl, smsSecret }: NoticeConfig,
  instead: { mail: Pick<Mailer, 'send'>; sms: Texter } | null,
): Channels {
  const mailer = smtpUrl ? openMailer(smtpUrl, mailFrom) : null;
  // The gateway is the operator's own choice, wherever it stands.
  const sms = smsUrl
    ? openTexter(
        { url: smsUrl, secret: smsSecret },
        openPoster(readAllowed(new URL(smsUrl).hostname)!),
        () => new Date(),
      )
    : null;
  return {
    mail: mailer ?? instead?.mail ?? null,
    sms: sms ?? instead?.sms ?? null,
    pretended: instead !== null && !mailer && !sms,
    close: () => mailer?.close(),
  };
}
