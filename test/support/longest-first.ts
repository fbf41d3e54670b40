import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of whole programs, started and ended: a worker that came to them last would be alone with them at the end. */
const LONG = ['/test/app/', '/src/app/', '/src/matters/lists/walk', '/src/matters/proof/'];
const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((part) => moduleId.includes(part));

/** Vitest's order, but what is known to take long goes first, also where nothing was measured before. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
