import { lazyRouteComponent, type AsyncRouteComponent } from '@tanstack/react-router';
import { ApiProblem, NO_LINE } from './api.ts';
import { isReachable } from './reach.ts';

/**
 * A page whose code is fetched when it is first gone to. Where the line is cut it is said in the page's place, with the desk
 * around it, and can be tried again; the router alone would load everything anew and leave the browser's own error page.
 */
export const lazyPage = <Name extends string, Props>(
  load: () => Promise<Record<Name, (props: Props) => unknown>>,
  name: Name,
): AsyncRouteComponent<Props> =>
  lazyRouteComponent(
    () =>
      load().catch(async (error: unknown) => {
        throw (await isReachable()) ? error : new ApiProblem(NO_LINE);
      }),
    name,
  ) as AsyncRouteComponent<Props>;
