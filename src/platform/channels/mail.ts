import { createTransport } from 'nodemailer';
import { DeliveryFault } from './fault.ts';

/** A mail to one person. The same `id` makes the same Message-ID, so that a mail server can tell a repetition. */
export type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string };

/** Sends mails through the city's own server. */
export type Mailer = {
  /** Returns when the server has taken the mail. @throws DeliveryFault */
  send(mail: Mail): Promise<void>;
  close(): void;
};

const PATIENCE_MS = 15_000;
const DOMAIN = /@([^>\s]+)>?$/;

/** Opens the way to an SMTP server, `smtp://user:password@host:port` or `smtps://…`. Nothing is connected to before the first mail. */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = DOMAIN.exec(from)?.[1] ?? 'huiyin';
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          // An object and not a text: a text is parsed, and could hold several addresses.
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        const { responseCode, message } = error as { responseCode?: number; message?: string };
        throw new DeliveryFault(message ?? String(error), (responseCode ?? 0) >= 500);
      }
    },
    close: () => transport.close(),
  };
}
