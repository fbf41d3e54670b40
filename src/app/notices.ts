import { deliveryRoutes, noticeJobs, settingsRoutes, type Outward } from '../notices/index.ts';
import { openMailer, openPoster, whyForbidden } from '../platform/channels/index.ts';
import type { NoticeConfig } from '../platform/config/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import type { Channels } from './channels.ts';

/** Notices as the environment sets them up: what leads out of the house, and the routes and jobs that need it. */
export type NoticesSetUp = ReturnType<typeof noticeJobs> & {
  readonly routes: readonly RoutePlugin[];
  readonly close: () => void;
};

/** `here`: where the page is reached when nobody has said so, as in a demo; asked when something is sent. */
export function setUpNotices(
  { smtpUrl, mailFrom, webhookAllow, hours, pageUrl }: NoticeConfig,
  { mail, sms, pretended }: Pick<Channels, 'mail' | 'sms' | 'pretended'>,
  here: () => string | null,
): NoticesSetUp {
  const outward: Outward = {
    mail: smtpUrl ? openMailer(smtpUrl, mailFrom) : null,
    post: openPoster(webhookAllow),
    forbids: (url) => whyForbidden(url, webhookAllow),
    hours,
    originators: { mail, sms, hours: pretended ? null : hours },
    get page() {
      return pageUrl ?? here();
    },
  };
  const work = noticeJobs(outward);
  return {
    ...work,
    routes: [settingsRoutes(outward), deliveryRoutes(work.delivering)],
    close: () => outward.mail?.close(),
  };
}
