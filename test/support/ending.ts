const works: (() => unknown)[] = [];

/** Does that after the last test of the file, whenever it is asked for; what was asked for last is done first. */
export function atTheEnd(work: () => unknown): void {
  works.push(work);
}

/** Does all that was asked for; see after-file.ts. */
export async function endAll(): Promise<void> {
  for (let work = works.pop(); work; work = works.pop()) await work();
}
