import { afterAll } from 'vitest';

const works: (() => unknown)[] = [];

// Vitest takes a file's hooks when it has read the file. One that is added later, from within a beforeAll or a test, is passed
// over without a word, so what it should have closed would stay open: it is put here instead.
afterAll(async () => {
  for (let work = works.pop(); work; work = works.pop()) await work();
});

/** Does that after the last test of the file, whenever it is asked for; what was asked for last is done first. */
export function atTheEnd(work: () => unknown): void {
  works.push(work);
}
