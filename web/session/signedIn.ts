import { redirect } from '@tanstack/react-router';
import type { SessionView } from '../../src/platform/identity/contract.ts';
import type { RouterContext } from '../root.route.tsx';
import { saysOut } from './out.ts';
import { sessionQuery } from './session.ts';

type Arriving = { context: RouterContext; location: { href: string } };

/** Lets nobody in who isn’t signed in: they go to sign in and come back here. */
export async function withSession({ context, location }: Arriving): Promise<SessionView> {
  try {
    return await context.queries.ensureQueryData(sessionQuery);
  } catch (error) {
    if (saysOut(error)) redirect({ to: '/sign-in', search: { to: location.href }, throw: true });
    throw error;
  }
}

/** As {@link withSession}; a first password is changed before anything. */
export async function signedIn(arriving: Arriving): Promise<void> {
  const { mustChange } = await withSession(arriving);
  if (mustChange) redirect({ to: '/password', throw: true });
}
