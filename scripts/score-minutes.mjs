// Scores the minutes reader against the hand-checked lists, where they are present.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const scorer = join(root, '..', 'shared', 'gold', 'score-minutes.mjs');
if (!existsSync(scorer)) {
  console.log('score:minutes: skipped, the hand-checked lists (../shared/gold) are not here');
  process.exit(0);
}
const { status } = spawnSync(
  process.execPath,
  [scorer, ...process.argv.slice(2), '--', join(root, 'huiyin'), 'minutes'],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
