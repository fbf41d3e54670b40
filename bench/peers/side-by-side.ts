import { median, type Row } from '../row.ts';
import { OPERATIONS, type Operation, type Peer } from './peer.ts';
import type { Measured } from './turns.ts';

/** How many times the better of the others. */
const AIM = 10;

/** A row for each operation, against the better of the others, and one for memory; what is not installed is named. */
export function rowsOf(measured: Measured | null, here: { readonly rt: boolean; readonly redmine: boolean }): Row[] {
  const missing = [here.rt ? [] : 'Request Tracker 5', here.redmine ? [] : 'Redmine 5'].flat();
  const without = missing.length ? `${missing.join(' and ')} not installed: see bench/peers/README.md` : '';
  if (!measured)
    return [{ what: 'side by side with others of the trade', measured: null, unit: '', note: `skipped: ${without}` }];
  const { rates, memory } = measured;
  const note = (text: string): string => [text, without].filter(Boolean).join('; ');
  const rows = [...rates].map(([operation, of]) => row(operation, of, note));
  const [ours, ...others] = [...memory].toReversed();
  const [least] = others.toSorted(([, a], [, b]) => a - b);
  return [
    ...rows,
    {
      what: 'memory of the program itself (two workers, PSS, without PostgreSQL)',
      measured: ours![1],
      unit: 'MB',
      ceiling: { what: least![0].name, measured: least![1] },
      aim: { bound: 'at most', value: 1, of: 'ratio' },
      note: note(others.map(([{ name }, mb]) => `${name} ${mb.toFixed(0)} MB`).join(', ')),
    },
  ];
}

function row(operation: Operation, of: ReadonlyMap<Peer, readonly number[]>, note: (text: string) => string): Row {
  const [[, ours], ...others] = [...of].toReversed() as [[Peer, readonly number[]], ...[Peer, readonly number[]][]];
  const all = others.map(([{ name }, rates]) => ({ name, rates, rate: median(rates) }));
  const [better] = all.toSorted((a, b) => b.rate - a.rate);
  return {
    what: `${OPERATIONS[operation]}, 8 clients`,
    measured: median(ours),
    unit: '/s',
    ceiling: { what: better!.name, measured: better!.rate },
    ratio: median(ours.map((rate, turn) => rate / better!.rates[turn]!)),
    aim: { bound: 'at least', value: AIM, of: 'ratio' },
    note: note(all.map(({ name, rate }) => `${name} ${rate.toFixed(1)}/s`).join(', ')),
  };
}
