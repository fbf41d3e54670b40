import { lazyRouteComponent, type AsyncRouteComponent } from '@tanstack/react-router';
import { ApiProblem, NO_LINE } from './api.ts';
import { pageWords } from './i18n/words.ts';
import { isReachable } from './reach.ts';

/**
 * A page whose code is fetched when it is first gone to. Where the line is cut it is said in the page's place, with the desk
 * around it, and can be tried again; the router alone would load everything anew and leave the browser's own error page.
 * With its code come the words of all pages but the first: `words` is `first` for those whose words are there from the start.
 */
export const lazyPage = <Name extends string, Props>(
  load: () => Promise<Record<Name, (props: Props) => unknown>>,
  name: Name,
  words: 'pages' | 'first' = 'pages',
): AsyncRouteComponent<Props> =>
  lazyRouteComponent(
    () =>
      Promise.all([load(), words === 'pages' ? pageWords() : undefined])
        .then(([page]) => page)
        .catch(async (error: unknown) => {
          throw (await isReachable()) ? error : new ApiProblem(NO_LINE);
        }),
    name,
  ) as AsyncRouteComponent<Props>;
