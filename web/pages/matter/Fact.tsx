import { Children, type ReactNode } from 'react';

/** One line of what is known, left out when there is nothing to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (Children.toArray(children).every((child) => child === '')) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
