/** The rooms of an administrator's chair, in the order in which a city is set up. */
export const adminPlaces = [
  { to: '/admin/units', key: 'admin.nav.units' },
  { to: '/admin/people', key: 'admin.nav.people' },
  { to: '/admin/enterprises', key: 'admin.nav.enterprises' },
  { to: '/admin/privacy', key: 'admin.nav.privacy' },
  { to: '/admin/mechanisms', key: 'admin.nav.mechanisms' },
  { to: '/admin/circles', key: 'admin.nav.circles' },
  { to: '/admin/schemes', key: 'admin.nav.schemes' },
  { to: '/admin/sources', key: 'admin.nav.sources' },
  { to: '/admin/calendar', key: 'admin.nav.calendar' },
] as const;
