import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root.route.tsx';
import { signedIn } from '../session/signedIn.ts';
import { Frame } from './Frame.tsx';

/** The desk: every page behind the sign-in stands in it. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  component: Frame,
  beforeLoad: signedIn,
});
