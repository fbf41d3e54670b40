import { refuse } from '../../kernel/index.ts';
import { readAllowed, type Allowed } from '../channels/index.ts';

/** What the environment says of notices that leave the house. */
export type NoticeConfig = {
  /** `HUIYIN_SMTP_URL`: the city's mail server. Null: nothing is mailed. */
  readonly smtpUrl: string | null;
  /** `HUIYIN_MAIL_FROM`: whom mails are from. */
  readonly mailFrom: string;
  /** `HUIYIN_SMS_URL`: the city's gateway for text messages (see `platform/channels/sms.ts`). Null: none are sent. */
  readonly smsUrl: string | null;
  /** `HUIYIN_SMS_SECRET`: what messages to the gateway are signed with. */
  readonly smsSecret: string;
  /** `HUIYIN_WEBHOOK_ALLOW`: hosts and networks of the city's own that webhooks may reach. */
  readonly webhookAllow: Allowed;
  /** `HUIYIN_NOTICE_HOURS`: the hours of a working day in which anything is sent, in minutes after midnight. */
  readonly hours: readonly (readonly [number, number])[];
  /** `HUIYIN_URL`: the page's address as people reach it, for links. Null: messages have none. */
  readonly pageUrl: string | null;
};

const DEFAULT_HOURS = '09:00-12:00,14:00-18:00';
const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;

/**
 * Reads what concerns notices. @throws Refusal `platform.smtp-url-wrong`, `platform.sms-url-wrong`, `platform.mail-from-wrong`,
 * `platform.webhook-allow-wrong`, `platform.notice-hours-wrong`, `platform.page-url-wrong`.
 */
export function readNoticeConfig(env: Readonly<Record<string, string | undefined>>): NoticeConfig {
  const smtpUrl = env['HUIYIN_SMTP_URL'] || null;
  if (smtpUrl && !isUrl(smtpUrl, /^smtps?:$/)) refuse('platform.smtp-url-wrong');
  const mailFrom = env['HUIYIN_MAIL_FROM'] || '';
  if (smtpUrl && !/^[^@\r\n]*[^@\s<]@[^@\s>]+>?$/.test(mailFrom))
    refuse('platform.mail-from-wrong', { text: mailFrom });
  const smsUrl = env['HUIYIN_SMS_URL'] || null;
  if (smsUrl && (!isUrl(smsUrl, /^https?:$/) || !env['HUIYIN_SMS_SECRET'])) refuse('platform.sms-url-wrong');
  const allow = env['HUIYIN_WEBHOOK_ALLOW'] ?? '';
  const pageUrl = env['HUIYIN_URL']?.replace(/\/+$/, '') || null;
  if (pageUrl && !isUrl(pageUrl, /^https?:$/)) refuse('platform.page-url-wrong', { text: pageUrl });
  return {
    smtpUrl,
    mailFrom,
    smsUrl,
    smsSecret: env['HUIYIN_SMS_SECRET'] ?? '',
    webhookAllow: readAllowed(allow) ?? refuse('platform.webhook-allow-wrong', { text: allow }),
    hours: readHours(env['HUIYIN_NOTICE_HOURS'] || DEFAULT_HOURS),
    pageUrl,
  };
}

/** Spans in order, none touching the one before; the end is not included. */
function readHours(text: string): [number, number][] {
  let after = -1;
  return text.split(',').map((part) => {
    const [from, until] = spanOf(part.trim()) ?? refuse('platform.notice-hours-wrong', { text });
    if (from <= after || until <= from || until > 24 * 60) refuse('platform.notice-hours-wrong', { text });
    after = until;
    return [from, until];
  });
}

function spanOf(text: string): [number, number] | undefined {
  const [, h1, m1, h2, m2] = SPAN.exec(text) ?? [];
  return h1 === undefined ? undefined : [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
}

const isUrl = (text: string, protocol: RegExp): boolean => URL.canParse(text) && protocol.test(new URL(text).protocol);
