import { z } from 'zod';

/** What something is called, in both languages. */
export const Named = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Named = z.infer<typeof Named>;

/** A way by which something is raised; `also`: other words by which tables call it. */
export const ChannelName = Named.extend({ also: z.array(z.string().min(1).max(40)).max(20).optional() });
type ChannelName = z.infer<typeof ChannelName>;

/** What channels are called, without their other words. */
export const channelNames = (channels: Readonly<Record<string, ChannelName>> = {}): Record<string, Named> =>
  Object.fromEntries(Object.entries(channels).map(([key, { zh, en }]) => [key, { zh, en }]));
