import { Link } from '@tanstack/react-router';
import type { Span } from './markdown.ts';

/** The words of one line; a link to another page of the guide stays inside the desk. */
export const Spans = ({ spans }: { spans: readonly Span[] }) =>
  spans.map((span, at) => {
    if (span.kind === 'link') {
      const chair = /^([a-z-]+)\.md$/u.exec(span.to)?.[1];
      if (!chair) return span.text;
      return (
        <Link key={at} to="/guide/$chair" params={{ chair }}>
          {span.text}
        </Link>
      );
    }
    if (span.kind === 'strong') return <strong key={at}>{span.text}</strong>;
    return span.kind === 'code' ? <kbd key={at}>{span.text}</kbd> : span.text;
  });
