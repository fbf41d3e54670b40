import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { MapOutline } from '../../kernel/contract.ts';
import type { FileSealing, FileStore } from '../files/index.ts';
import type { Caller, Seating } from '../identity/index.ts';
import type { LiveSource } from '../live/index.ts';
import type { Pool, Tx } from '../postgres/index.ts';

/** What a slice's routes are given. */
export type HttpDeps = { readonly pool: Pool; readonly now: () => Date; readonly files: FileStore } & {
  /** Where the keys of sealed files come from. */
  readonly sealing: FileSealing;
  /** Pictures of a map, with `{z}`, `{x}` and `{y}` in the address; without it there are none. */
  readonly tiles?: string | null;
  /** The lines and names of the city's map; without them nobody is offered one. */
  readonly outline?: MapOutline | null;
};
export type Http = FastifyInstance<
  FastifyInstance['server'],
  IncomingMessage,
  ServerResponse,
  FastifyInstance['log'],
  ZodTypeProvider
>;
/** A slice's routes; each carries zod schemas, from which it is checked, typed and described. */
export type RoutePlugin = (http: Http, deps: HttpDeps) => void | Promise<void>;

export type HttpOptions = HttpDeps & {
  readonly seating: Seating;
  readonly routes: readonly RoutePlugin[];
  /**
   * Whether the caller may read a file for the sake of what it is attached to: the slice whose that is decides, notes it where every look is
   * noted, and may refuse it to whoever uploaded it too.
   */
  readonly mayReadFile: (tx: Tx, caller: Caller, file: string, now: Date) => Promise<boolean>;
  /** What the live line announces; without it there is none. */
  readonly live?: LiveSource;
  /** The folder of the built page; null serves none. */
  readonly webRoot: string | null;
  /** Check every answer against its schema (tests) instead of only writing it. */
  readonly proveAnswers?: boolean;
  readonly behindProxy?: boolean;
  /** Where faults of ours are told to; standard error unless given. */
  readonly onFault?: (instance: string, error: unknown) => void;
};
