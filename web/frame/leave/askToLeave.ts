/** Who signs one out, while the desk stands. */
let leaver: (() => void) | null = null;

/** Asks to be signed out, from wherever it is wished; whoever has words that were not sent is asked about them first. */
export const askToLeave = (): void => leaver?.();

/** Takes requests to be signed out, until the returned function is called. */
export function hearLeaving(heard: () => void): () => void {
  leaver = heard;
  return () => {
    if (leaver === heard) leaver = null;
  };
}
