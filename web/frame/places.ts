import type { IconName } from './Icon.tsx';

/** The places of the desk in the order of a week: what to do, all of it, the meeting, its minutes, the bulletin, the figures, what people speak of, what may be one. */
export const places = [
  { to: '/', key: 'web.nav.workbench', icon: 'desk' },
  { to: '/ledger', key: 'web.nav.ledger', icon: 'ledger' },
  { to: '/calendar', key: 'web.nav.calendar', icon: 'calendar' },
  { to: '/rounds', key: 'web.nav.rounds', icon: 'round' },
  { to: '/minutes', key: 'web.nav.minutes', icon: 'minutes' },
  { to: '/bulletins', key: 'web.nav.bulletins', icon: 'bulletin' },
  { to: '/figures', key: 'figures.title', icon: 'figures' },
  { to: '/works', key: 'web.nav.works', icon: 'site' },
  { to: '/plans', key: 'web.nav.plans', icon: 'plan' },
  { to: '/catalogues', key: 'web.nav.catalogues', icon: 'catalogue' },
  { to: '/topics', key: 'hot.title', icon: 'topics' },
  { to: '/duplicates', key: 'duplicates.title', icon: 'same' },
  { to: '/enterprises', key: 'enterprises.title', icon: 'firm' },
  { to: '/debarments', key: 'debarments.title', icon: 'lock' },
  { to: '/duties', key: 'web.duties', icon: 'duty' },
  { to: '/admin', key: 'admin.title', icon: 'admin' },
] as const satisfies readonly { to: string; key: string; icon: IconName }[];

/** Those that a thumb reaches, and what an administrator is there for, instead of the figures. */
export const thumbPlaces = [
  { to: '/', key: 'web.nav.todo', icon: 'desk' },
  { to: '/ledger', key: 'web.nav.ledger', icon: 'ledger' },
  { to: '/rounds', key: 'web.nav.rounds', icon: 'round' },
  { to: '/figures', key: 'figures.title', icon: 'figures' },
  { to: '/admin', key: 'admin.title', icon: 'admin' },
  { to: '/me', key: 'web.nav.me', icon: 'me' },
] as const satisfies readonly { to: string; key: string; icon: IconName }[];
