import type { Mailer, Poster } from '../../platform/channels/index.ts';
import type { Hours } from '../telling/hours.rules.ts';

/** What leads out of the house, as the environment has it. */
export type Outward = {
  /** Null where no mail server is set up. */
  readonly mail: Mailer | null;
  readonly post: Poster;
  readonly hours: Hours;
  /** The page's address as people reach it, for links; null: messages have none. */
  readonly page: string | null;
};
