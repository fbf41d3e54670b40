import { useState } from 'react';

/**
 * What was found lacking as somebody sent a form, for as long as it lacks: a field that was filled since is told of no more. `lacks` says
 * what lacks now.
 */
export function useMissing(
  lacks: () => readonly string[],
): [missing: readonly string[], find: (names: readonly string[]) => void] {
  const [found, find] = useState<readonly string[]>([]);
  const now = found.length ? lacks() : found;
  return [found.filter((name) => now.includes(name)), find];
}
