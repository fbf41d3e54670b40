/** The page's own few pictures, drawn with one pen of 1.5. Each stands beside a word and says nothing by itself. */
const paths = {
  desk: 'M4 5h16v14H4zM4 10h16M8 14.500h5',
  ledger: 'M6 4h13v16H6zM6 4v16M10 8.500h6M10 12h6M10 15.500h4',
  round: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 8v4.500l3 2',
  minutes: 'M6 3.500h8l4 4v13H6zM14 3.500v4h4M9 12h6M9 15.500h6',
  bulletin: 'M4 9.500v5h3l8 4.500V5L7 9.500zM18 9.500a4 4 0 0 1 0 5',
  catalogue: 'M4 5h16v14H4zM4 9.500h16M9.5 5v14M14.5 9.500v9.500M4 14h16',
  plan: 'M9 4h6v4H9zM4 16h6v4H4zM14 16h6v4h-6zM12 8v4M7 16v-4h10v4',
  me: 'M12 4.500a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM5 19.500c.8-3.6 3.6-5.5 7-5.500s6.200 1.900 7 5.5',
  bell: 'M6.5 17h11l-1.500-2.500V11a4 4 0 0 0-8 0v3.500zM10.500 19.500a1.600 1.600 0 0 0 3 0',
  search: 'M10.5 4.500a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM15 15l5 5',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.600L7 7M17 17l1.4 1.400M5.6 18.400L7 17M17 7l1.4-1.4',
  moon: 'M19 14.500A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.500z',
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  down: 'M7 10l5 5l5-5',
  clip: 'M17.5 11.500l-6 6a3.5 3.5 0 0 1-5-5l7-7a2.300 2.300 0 0 1 3.300 3.300l-6.8 6.800a1 1 0 0 1-1.5-1.500l6-6',
  camera: 'M4 8h4l1.500-2.500h5L16 8h4v11H4zM12 10.500a3 3 0 1 0 0 6a3 3 0 1 0 0-6z',
  picture: 'M4 5h16v14H4zM4 16l4.500-4.500L13 16l2.500-2.500L20 18M15.500 8a1 1 0 1 0 0 2a1 1 0 1 0 0-2z',
  download: 'M12 4v11M7.5 10.500L12 15l4.5-4.500M5 19.500h14',
  print: 'M7 9V4h10v5M7 16.500H4V9h16v7.500h-3M7 14h10v6H7z',
  forward: 'M9.5 6l6 6l-6 6',
  back: 'M14.5 6l-6 6l6 6',
  calendar: 'M5 6.500h14V20H5zM5 10.500h14M9 4v4M15 4v4',
  filter: 'M4 6h16M7 12h10M10 18h4',
  columns: 'M4 5h16v14H4zM9.5 5v14M15 5v14',
  split: 'M4 5h16v14H4zM11 5v14',
  pin: 'M9 4h6l-1 6l3 3v1.500H7V13l3-3zM12 14.500V20',
  star: 'M12 4.500l2.300 4.700l5.200.7l-3.800 3.600l.9 5.200L12 16.200l-4.600 2.500l.9-5.200L4.500 9.900l5.200-.7z',
  plus: 'M12 6v12M6 12h12',
  minus: 'M6 12h12',
  cross: 'M6 6l12 12M18 6L6 18',
  admin:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5zM9 14.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5z',
  firm: 'M5 20V4.500h8V20M13 10h6v10M3.500 20h17M8 8.500h2M8 12h2M8 15.500h2M16 13.500v3',
  topics: 'M4 5h16v11h-9l-4.500 3.500V16H4zM8 9h8M8 12.500h5',
  same: 'M4 4.500h11v11H4zM9 9.500h11v10H9z',
  figures: 'M4 20h16M6.500 16.500v-4M12 16.500V6M17.500 16.500V9.500',
  site: 'M12 20.500s6.500-6 6.500-10.500a6.500 6.500 0 0 0-13 0c0 4.500 6.500 10.500 6.500 10.500zM12 7.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5z',
  duty: 'M7 5h10v15H7zM10 5V3.500h4V5M12 8.500a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM9 17c.6-2 1.700-2.800 3-2.800s2.400.8 3 2.800',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    style={{ flex: 'none' }}
  >
    <path d={paths[name]} />
  </svg>
);
