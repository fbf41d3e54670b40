/** What the page can show of a file. */
export type PreviewKind = 'picture' | 'pdf' | 'text';

const KINDS: Readonly<Record<string, PreviewKind>> = {
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  webp: 'picture',
  pdf: 'pdf',
  txt: 'text',
  md: 'text',
  log: 'text',
  csv: 'text',
};

/** How a file is shown, by its name, whose end the server has made true; null for what can only be downloaded. */
export const kindOf = (name: string): PreviewKind | null =>
  KINDS[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;
