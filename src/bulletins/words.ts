import { sentence } from '../platform/i18n/index.ts';

type Numbered = { readonly year: number; readonly number: number };

/**
 * What a bulletin of a round is called, and how it begins and ends, until its author writes otherwise. It is a document of the
 * city's, in the city's language, whoever looks at it.
 */
export function bulletinWords({ year, number }: Numbered, before: Pick<Numbered, 'number'> | null | undefined) {
  const words = { year: String(year), number, before: before?.number ?? 0 };
  return {
    title: sentence('zh', before ? 'bulletin.title' : 'bulletin.title-first', words),
    opening: sentence('zh', before ? 'bulletin.opening' : 'bulletin.opening-first', words),
    closing: sentence('zh', 'bulletin.closing', words),
  };
}
