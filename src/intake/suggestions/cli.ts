import { parseArgs } from 'node:util';
import { orRefuse, refuse } from '../../kernel/index.ts';
import { tableText } from '../reading/tableText.ts';
import type { Terminal } from '../terminal.ts';
import type { Labelled } from './contract.ts';
import { readLabelled } from './labelled.rules.ts';
import { calibration, macroF1, perClass, type Judged, type Measure } from './measure.rules.ts';
import { printMeasure } from './report.rules.ts';
import { everySplit, splitOf, type Split } from './split.rules.ts';
import { suggest } from './suggest.rules.ts';
import { train } from './train.rules.ts';

/** How the command is used; shown by its refusals. */
const SUGGEST_EXAMPLE = './huiyin suggest --train labelled.tsv --test further.tsv --json';

/**
 * `huiyin suggest --train FILE [--test FILE | --folds] [--json]`: learns categories from one table, suggests them for another,
 * and prints how good that is. Without `--test` a fifth of the table, which a number of its body chooses, is kept apart and
 * tested; with `--folds` each fifth is in turn.
 */
export async function suggestCommand(args: string[], { stdout, lang }: Terminal): Promise<number> {
  const given = options(args);
  const labelled = await tableIn(given.train);
  const measure = measureOf(
    given.folds
      ? everySplit(labelled)
      : [given.test === undefined ? splitOf(labelled, 0) : { train: labelled, test: await tableIn(given.test) }],
  );
  stdout.write(given.json ? `${JSON.stringify(measure)}\n` : printMeasure(measure, lang));
  return 0;
}

const OPTIONS = {
  train: { type: 'string' },
  test: { type: 'string' },
  folds: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** @throws Refusal `suggest.table-missing` where no table to learn from is named, `suggest.misused`. */
function options(args: string[]): { train: string; test: string | undefined; folds: boolean; json: boolean } {
  const { train: table, test, folds = false, json = false } = parsed(args);
  if (table === undefined) return refuse('suggest.table-missing', { example: SUGGEST_EXAMPLE });
  return { train: table, test, folds, json };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    return refuse('suggest.misused', { reason: (error as Error).message, example: SUGGEST_EXAMPLE });
  }
}

const tableIn = async (file: string): Promise<Labelled[]> => orRefuse(readLabelled(await tableText(file)));

/** Milliseconds of one core that this process has worked: the same on a machine that others keep busy. */
function coreMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Learns and tests each split; what the tests say is counted together, the times are means. */
function measureOf(splits: readonly Split[]): Measure {
  const judged: Judged[] = [];
  let [training, suggesting] = [0, 0];
  for (const split of splits) {
    if (new Set(split.train.map(({ category }) => category)).size < 2) refuse('suggest.one-category');
    const begun = coreMs();
    const model = train(split.train);
    const trained = coreMs();
    for (const text of split.test) {
      const [best] = suggest(model, text).likely;
      judged.push({ actual: text.category, said: best?.category ?? '', sure: best?.sure ?? 0 });
    }
    training += trained - begun;
    suggesting += coreMs() - trained;
  }
  const classes = perClass(judged);
  return {
    macroF1: macroF1(classes),
    perClass: classes,
    trainSeconds: training / 1000 / splits.length,
    msPerSuggestion: suggesting / Math.max(1, judged.length),
    calibration: calibration(judged),
  };
}
