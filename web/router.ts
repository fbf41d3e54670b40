import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { elsewhereRoute } from './frame/elsewhere.route.tsx';
import { Fault } from './frame/Fault.tsx';
import { frameRoute } from './frame/frame.route.tsx';
import { NotFound } from './frame/NotFound.tsx';
import { Waiting } from './frame/Waiting.tsx';
import { accessRoute } from './pages/access/access.route.tsx';
import { adminRoute } from './pages/admin/admin.route.tsx';
import { bulletinRoute, bulletinsRoute, previewRoute } from './pages/bulletin/bulletin.route.tsx';
import { calendarRoute } from './pages/calendar/calendar.route.tsx';
import { circlesRoute } from './pages/circles/circles.route.tsx';
import { debarmentsRoute } from './pages/debarments/debarments.route.tsx';
import { newPlanRoute, plansRoute } from './pages/plans/plans.route.tsx';
import { cataloguesRoute, editionRoute } from './pages/catalogues/catalogues.route.tsx';
import { deliveriesRoute } from './pages/deliveries/deliveries.route.tsx';
import { duplicatesRoute } from './pages/duplicates/duplicates.route.tsx';
import { dutiesRoute } from './pages/duties/duties.route.tsx';
import { enterpriseRoute, enterprisesRoute } from './pages/enterprises/enterprises.route.tsx';
import { behindRoute, figuresRoute, rankingRoute } from './pages/figures/figures.route.tsx';
import { guideIndexRoute, guideRoute } from './pages/guide/guide.route.tsx';
import { importReviewRoute, importRoute } from './pages/import/import.route.tsx';
import { ledgerRoute } from './pages/ledger/ledger.route.tsx';
import { findPlace } from './pages/ledger/place.ts';
import { matterRoute } from './pages/matter/matter.route.tsx';
import { meRoute } from './pages/me/me.route.tsx';
import { draftRoute, minutesRoute } from './pages/minutes/minutes.route.tsx';
import { noticesRoute } from './pages/notices/notices.route.tsx';
import { passwordRoute } from './pages/password/password.route.tsx';
import { registerRoute } from './pages/register/register.route.tsx';
import { roundRoute, roundsRoute, wallRoute } from './pages/round/round.route.tsx';
import { signinRoute } from './pages/signin/signin.route.tsx';
import { startRoute } from './pages/start/start.route.tsx';
import { topicsRoute } from './pages/topics/topics.route.tsx';
import { transfersRoute } from './pages/transfers/transfers.route.tsx';
import { worksRoute } from './pages/works/works.route.tsx';
import { workbenchRoute } from './pages/workbench/workbench.route.tsx';
import { rootRoute } from './root.route.tsx';

const routeTree = rootRoute.addChildren([
  signinRoute,
  passwordRoute,
  startRoute,
  wallRoute,
  frameRoute.addChildren([
    workbenchRoute,
    ledgerRoute,
    calendarRoute,
    registerRoute,
    matterRoute,
    minutesRoute,
    draftRoute,
    roundsRoute,
    roundRoute,
    bulletinsRoute,
    previewRoute,
    bulletinRoute,
    meRoute,
    noticesRoute,
    deliveriesRoute,
    debarmentsRoute,
    circlesRoute,
    dutiesRoute,
    accessRoute,
    transfersRoute,
    topicsRoute,
    duplicatesRoute,
    cataloguesRoute,
    plansRoute,
    newPlanRoute,
    editionRoute,
    enterprisesRoute,
    enterpriseRoute,
    figuresRoute,
    behindRoute,
    rankingRoute,
    worksRoute,
    adminRoute,
    importRoute,
    importReviewRoute,
    guideIndexRoute,
    guideRoute,
    elsewhereRoute,
  ]),
]);

/** Filters stand in the address as plain words (`?phase=working&q=10`), so that a person can read and write them. */
export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const params = new URLSearchParams();
      for (const [key, value] of Object.entries(search))
        if (value != null && value !== '') params.set(key, String(value));
      const text = params.toString();
      return text ? `?${text}` : '';
    },
    defaultErrorComponent: Fault,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: Waiting,
    defaultPendingMs: 300,
    defaultPendingMinMs: 200,
    defaultPreload: 'intent',
    // A list of the ledger goes back to its row by itself: by pixels it would be led astray as long as its rows are on their way.
    scrollRestoration: ({ location }) => !findPlace(location.state.__TSR_key ?? ''),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
