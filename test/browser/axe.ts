import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOnly } from 'axe-core';

/** Its short form: half of what axe costs is that a browser reads it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Which of axe's rules are asked: all of them unless some are named. */
type Rules = RunOnly;

/** What the Web Content Accessibility Guidelines ask for, to their level AA, without axe's own advice. */
export const WCAG: Rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/**
 * What axe finds wrong on the page as it stands, or in a part of it, each with the rule and the beginning of its HTML. Axe is brought
 * to a document once, which costs more than what it does there, and keeps no list of what it found right, which nobody reads.
 */
export async function wrongOn(
  page: Page,
  { within, rules }: { within?: string; rules?: Rules } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ([part, runOnly]) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(part ?? document, {
        resultTypes: ['violations'],
        ...(runOnly ? { runOnly } : {}),
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    [within, rules] as const,
  );
}
