import type { Mailer, Poster, Texter } from '../../platform/channels/index.ts';
import type { Hours } from '../telling/hours.rules.ts';

/** What leads out of the house, as the environment has it. */
export type Outward = {
  /** Null where no mail server is set up. */
  readonly mail: Mailer | null;
  readonly post: Poster;
  /** Why nothing may be posted to an address, as far as is known now; null where it may. */
  readonly forbids: (url: string) => Promise<string | null>;
  readonly hours: Hours;
  /** By what whoever raised a matter is told; null: the city has no such way. */
  readonly originators: {
    readonly mail: Pick<Mailer, 'send'> | null;
    readonly sms: Texter | null;
    /** In which hours; null: in all, where nobody is called upon, as in a demo. */
    readonly hours: Hours | null;
  };
  /** The page's address as people reach it, for links; null: messages have none. */
  readonly page: string | null;
};
