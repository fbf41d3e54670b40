import { Fragment, type ReactNode } from 'react';

/** A sentence of the catalogue whose `{placeholders}` are filled with parts of the page instead of words. */
export function withNodes(sentence: string, nodes: Readonly<Record<string, ReactNode>>): ReactNode {
  return sentence.split(/\{(\w+)\}/u).map((piece, at) => <Fragment key={at}>{at % 2 ? nodes[piece] : piece}</Fragment>);
}
