/** The colours of the page, by name. Every pair of text and ground has a contrast of at least 4.5 : 1. */
export type Palette = Readonly<Record<ColourName, string>>;
type SlipName = 'blue' | 'yellow' | 'orange' | 'red' | 'green' | 'grey';
type ColourName =
  | 'paper'
  | 'surface'
  | 'line'
  | 'edge'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'lotus'
  | 'on-lotus'
  | 'lotus-wash'
  | 'hover'
  | `slip-${SlipName}`
  | `slip-${SlipName}-ground`;

export const light: Palette = {
  paper: '#FAF9F6',
  surface: '#FFFFFF',
  line: '#E6E2DA',
  edge: '#8E8A82',
  ink: '#1F2328',
  'ink-2': '#57606A',
  'ink-3': '#6B737C',
  lotus: '#0F6B5C',
  'on-lotus': '#FFFFFF',
  'lotus-wash': '#E7F1EE',
  hover: '#F4F2EC',
  'slip-blue': '#1C5A9E',
  'slip-blue-ground': '#E6F0FB',
  'slip-yellow': '#7A5200',
  'slip-yellow-ground': '#FFF4D9',
  'slip-orange': '#9A3F06',
  'slip-orange-ground': '#FFEADD',
  'slip-red': '#A3211B',
  'slip-red-ground': '#FCE7E5',
  'slip-green': '#1F6B3A',
  'slip-green-ground': '#E5F4E8',
  'slip-grey': '#57606A',
  'slip-grey-ground': '#EEEDE9',
};

export const dark: Palette = {
  paper: '#14171A',
  surface: '#1B1F23',
  line: '#2C3238',
  edge: '#6B737B',
  ink: '#E8E6E1',
  'ink-2': '#A3A9B0',
  'ink-3': '#8C939B',
  lotus: '#5CC2AD',
  'on-lotus': '#0B1F1B',
  'lotus-wash': '#17302B',
  hover: '#22272C',
  'slip-blue': '#9CC7F5',
  'slip-blue-ground': '#16293D',
  'slip-yellow': '#F0CB72',
  'slip-yellow-ground': '#332A12',
  'slip-orange': '#F5B08A',
  'slip-orange-ground': '#3A2314',
  'slip-red': '#F5A29B',
  'slip-red-ground': '#3D1A18',
  'slip-green': '#8FD3A3',
  'slip-green-ground': '#16301E',
  'slip-grey': '#A3A9B0',
  'slip-grey-ground': '#262B30',
};

/** As base.css has it, by language. */
export const FONT = 'var(--sans)';
