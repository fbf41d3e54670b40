let pen: CanvasRenderingContext2D | null | undefined;
const measured = new Map<string, number>();
/** More texts than any list holds at once; then it is begun anew. */
const MOST = 20_000;

type Font = { family: string; size: number; weight?: 400 | 600 };

/** How many pixels a text is long in one row, spaced as the page spaces it; measured once. */
export function textWidth(text: string, { family, size, weight = 400 }: Font): number {
  const font = `${weight} ${size}px ${family}`;
  const key = `${font}\n${text}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return 0;
  pen.font = font;
  const width = pen.measureText(text).width + seams(text) * (size / 8);
  if (measured.size >= MOST) measured.clear();
  measured.set(key, width);
  return width;
}

/** Where Chinese meets Latin letters or numbers: the page leaves an eighth of a character there (text-autospace), a canvas does not. */
const seams = (text: string): number =>
  text.match(/\p{Script=Han}(?=[\p{Script=Latin}\d])|[\p{Script=Latin}\d](?=\p{Script=Han})/gu)?.length ?? 0;
