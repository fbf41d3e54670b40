import { redirect } from '@tanstack/react-router';
import type { RouterContext } from '../root.route.tsx';
import { saysOut } from './out.ts';
import { sessionQuery } from './session.ts';

type Arriving = { context: RouterContext; location: { href: string } };

/** Lets nobody in who isn’t signed in: they go to sign in and come back here. A first password is changed before anything. */
export async function signedIn({ context, location }: Arriving): Promise<void> {
  try {
    const { mustChange } = await context.queries.ensureQueryData(sessionQuery);
    if (mustChange) redirect({ to: '/password', throw: true });
  } catch (error) {
    if (saysOut(error)) {
      redirect({ to: '/sign-in', search: { to: location.href }, throw: true });
    }
    throw error;
  }
}
