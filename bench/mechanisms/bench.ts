import { asRow, bench as lists } from '../lists/lists.ts';
import { firstPage, search } from '../reads.ts';
import type { Row } from '../row.ts';
import type { World } from '../world/world.ts';
import { pages } from './pages.ts';

/** What holds of a city full of weekly assignments, held of one in which all mechanisms are at work; and the pages that each of them has. */
export async function bench(world: World): Promise<Row[]> {
  const rows = [
    ...(await firstPage(world)),
    ...(await search(world)),
    ...(await lists(world)),
    await asRow(
      world,
      'the pages of each mechanism: its lists, works, matrix, duties, days; 95th percentile of the worst',
      await pages(world),
    ),
  ];
  return rows.map((row) => ({ ...row, what: `all mechanisms: ${row.what}` }));
}
