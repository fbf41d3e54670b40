import { useState } from 'react';

/**
 * A refusal as long as it is of what stands in the form: gone at the first change, for what it found wrong may be right by now. `onInput`
 * belongs on the form; sent again and refused again, it is another error and shown again.
 */
export function useUntilTyped(error: Error | null): { readonly standing: Error | null; readonly onInput: () => void } {
  const [past, setPast] = useState<Error | null>(null);
  return { standing: error === past ? null : error, onInput: () => setPast(error) };
}
