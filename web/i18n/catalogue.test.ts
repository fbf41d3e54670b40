import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ActKind, Actor, Phase } from '../../src/mechanism/contract.ts';
import { ClockSlip, Part, Stance } from '../../src/matters/contract.ts';

const root = join(import.meta.dirname, '../..');
const keysOf = (language: string) =>
  new Set(
    globSync(`messages/${language}/**/*.json`, { cwd: root }).flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(join(root, file), 'utf8')) as object),
    ),
  );
const kinds = ActKind.options;
/** Keys that the code puts together: each part that there is must have its words. */
const built = [
  ...kinds.map((kind) => `matter.act.${kind}`),
  // A correction is told by what it put right.
  ...kinds.filter((kind) => kind !== 'correct').map((kind) => `web.story.${kind}`),
  ...['grant', 'deny', 'remind'].map((kind) => `web.story.${kind}.unit`),
  ...[
    'assign',
    'accept',
    'answer',
    'measure',
    'report',
    'grant',
    'verify',
    'close',
    'remind',
    'classify',
    'propose',
    'callback',
    'reopen',
    'review',
    'appoint',
    'meet',
    'settle',
    'keep',
  ].map((kind) => `web.waits.${kind}`),
  ...Actor.options.map((actor) => `matter.actor.${actor}`),
  ...Phase.options.map((phase) => `matter.phase.${phase}`),
  ...Stance.options.map((stance) => `matter.stance.${stance}`),
  ...Part.options.map((part) => `matter.part.${part}`),
  ...ClockSlip.options.map((slip) => `web.slip.${slip}`),
];

test.each(['zh', 'en'])('every sentence that the page asks for stands in messages/%s', (language) => {
  const known = keysOf(language);
  const sources = globSync('web/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'));
  const asked = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/gu)].map((match) => match[1]!),
  );
  expect(asked.length).toBeGreaterThan(100);
  expect([...asked, ...built].filter((key) => !known.has(key))).toEqual([]);
});
