import { createRoute, redirect } from '@tanstack/react-router';
import { isDay } from '../../../src/kernel/day.ts';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

const layout = createRoute({
  getParentRoute: () => frameRoute,
  path: '/admin',
  component: lazyPage(() => import('./AdminLayout.tsx'), 'AdminLayout'),
});
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

const home = createRoute({
  getParentRoute: () => layout,
  path: '/',
  beforeLoad: () => redirect({ to: '/admin/units', throw: true }),
});
const units = createRoute({
  getParentRoute: () => layout,
  path: '/units',
  staticData: { address: { may: { unit: 'id' } } },
  /** `unit` is the one that is shown beside the tree. */
  validateSearch: (search: Record<string, unknown>): { unit?: string } => {
    const unit = text(search['unit']);
    return unit ? { unit } : {};
  },
  component: lazyPage(() => import('./units/UnitsPage.tsx'), 'UnitsPage'),
});
const people = createRoute({
  getParentRoute: () => layout,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { q?: string; without?: 'seat' } => {
    const q = text(search['q']);
    return { ...(q ? { q } : {}), ...(search['without'] === 'seat' ? { without: 'seat' as const } : {}) };
  },
  component: lazyPage(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
});

const enterprises = createRoute({
  getParentRoute: () => layout,
  path: '/enterprises',
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const q = text(search['q']);
    return q ? { q } : {};
  },
  component: lazyPage(() => import('./enterprises/EnterprisesPage.tsx'), 'EnterprisesPage'),
});

const enterpriseSheet = createRoute({
  getParentRoute: () => layout,
  path: '/enterprises/import',
  component: lazyPage(() => import('./enterprises/sheet/EnterpriseSheetPage.tsx'), 'EnterpriseSheetPage'),
});

const privacy = createRoute({
  getParentRoute: () => layout,
  path: '/privacy',
  component: lazyPage(() => import('./privacy/PrivacyPage.tsx'), 'PrivacyPage'),
});
const mechanisms = createRoute({
  getParentRoute: () => layout,
  path: '/mechanisms',
  component: lazyPage(() => import('./mechanisms/MechanismsPage.tsx'), 'MechanismsPage'),
});
const mechanism = createRoute({
  getParentRoute: () => layout,
  path: '/mechanisms/$key',
  component: lazyPage(() => import('./mechanisms/MechanismPage.tsx'), 'MechanismPage'),
});
const mechanismCopy = createRoute({
  getParentRoute: () => layout,
  path: '/mechanisms/$key/copy',
  /** What the copy is called, once that was said. */
  validateSearch: (search: Record<string, unknown>): { as?: string; zh?: string; en?: string } => {
    const [as, zh, en] = [text(search['as']), text(search['zh']), text(search['en'])];
    return as && zh && en ? { as, zh, en } : {};
  },
  component: lazyPage(() => import('./mechanisms/copy/CopyPage.tsx'), 'CopyPage'),
});

const schemes = createRoute({
  getParentRoute: () => layout,
  path: '/schemes',
  /** `making`: the desk on which another is made. */
  validateSearch: (search: Record<string, unknown>): { making?: true } => (search['making'] ? { making: true } : {}),
  component: lazyPage(() => import('./schemes/SchemesPage.tsx'), 'SchemesPage'),
});
const scheme = createRoute({
  getParentRoute: () => layout,
  path: '/schemes/$key',
  component: lazyPage(() => import('./schemes/SchemePage.tsx'), 'SchemePage'),
});

const sources = createRoute({
  getParentRoute: () => layout,
  path: '/sources',
  component: lazyPage(() => import('./sources/SourcesPage.tsx'), 'SourcesPage'),
});

const calendar = createRoute({
  getParentRoute: () => layout,
  path: '/calendar',
  staticData: { address: { may: { year: 'year', day: 'day' } } },
  /** A year that is looked at, and a day that was chosen. */
  validateSearch: (search: Record<string, unknown>): { year?: number; day?: string } => {
    const [year, day] = [Number(search['year']), text(search['day'])];
    return {
      ...(Number.isInteger(year) && year >= 2000 && year <= 2099 ? { year } : {}),
      ...(day && isDay(day) ? { day } : {}),
    };
  },
  component: lazyPage(() => import('./calendar/WorkCalendarPage.tsx'), 'WorkCalendarPage'),
});

const circles = createRoute({
  getParentRoute: () => layout,
  path: '/circles',
  component: lazyPage(() => import('../circles/CirclesPage.tsx'), 'CirclesPage'),
});

const roster = createRoute({
  getParentRoute: () => layout,
  path: '/roster',
  /** `do=seats` puts the seats that are lacking on the table. */
  validateSearch: (search: Record<string, unknown>): { do?: 'seats' } =>
    search['do'] === 'seats' ? { do: 'seats' } : {},
  component: lazyPage(() => import('./roster/RosterPage.tsx'), 'RosterPage'),
});
const passwords = createRoute({
  getParentRoute: () => layout,
  path: '/passwords',
  component: lazyPage(() => import('./passwords/PasswordsPage.tsx'), 'PasswordsPage'),
});

/** An administrator's chair. */
export const adminRoute = layout.addChildren([
  home,
  units,
  people,
  enterprises,
  enterpriseSheet,
  privacy,
  mechanisms,
  mechanism,
  mechanismCopy,
  schemes,
  scheme,
  sources,
  calendar,
  circles,
  roster,
  passwords,
]);
