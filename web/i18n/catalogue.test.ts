import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ActKind, Actor, Phase } from '../../src/mechanism/contract.ts';
import { TransferKind, TransferStatus } from '../../src/platform/transfers/contract.ts';
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
  ...TransferStatus.options.map((status) => `transfers.status.${status}`),
  // What goes on is told as going, and what was called off is told nowhere; of an export nobody decides.
  ...TransferKind.options.flatMap((kind) => [`transfers.${kind}`, `transfers.${kind}.going`]),
  ...TransferKind.options.flatMap((kind) =>
    TransferStatus.options
      .filter((status) => !['waiting', 'running', 'cancelled'].includes(status))
      .filter((status) => status !== 'review' || kind === 'import')
      .map((status) => `transfers.${kind}.${status}`),
  ),
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

test.each(['zh', 'en'])('of every key that the page puts together some stand in messages/%s', (language) => {
  const known = [...keysOf(language)];
  const shapes = globSync('web/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bt\(\s*`([\w.-]*(?:\$\{[^{}`]+\}[\w.-]*)+)`/gu)].map(
        (match) => match[1]!,
      ),
    );
  expect(shapes.length).toBeGreaterThan(50);
  const fits = (shape: string): RegExp =>
    new RegExp(
      `^${shape
        .split(/\$\{[^{}]+\}/u)
        .map((part) => part.replaceAll('.', String.raw`\.`))
        .join('.+')}$`,
      'u',
    );
  expect(shapes.filter((shape) => !known.some((key) => fits(shape).test(key)))).toEqual([]);
});
