import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/language.tsx';
import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from './pdf.ts';
import style from './Preview.module.css';

type Props = { pdf: PDFDocumentProxy; n: number; width: number; ratio: number };

/** More dots than this a phone does not hold for one page; it is then drawn a little coarser. */
const MOST_DOTS = 16_000_000;

/** One page of a PDF: its picture, and over it its words, which a person can mark and a screen reader can read. */
export function PdfPage({ pdf, n, width, ratio }: Props) {
  const t = useT();
  const sheet = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [own, setOwn] = useState(ratio);

  useEffect(() => {
    if (!sheet.current) return undefined;
    // Of what scrolls: a margin around the window would not reach into it.
    const root = sheet.current.parentElement?.closest('section') ?? null;
    const seen = new IntersectionObserver(([entry]) => setNear(entry!.isIntersecting), {
      root,
      rootMargin: '100% 0px',
    });
    seen.observe(sheet.current);
    return () => seen.disconnect();
  }, []);

  useEffect(() => {
    if (!near) {
      // Out of sight it holds no picture: those of a long document are more than a phone has room for.
      if (canvas.current) canvas.current.width = canvas.current.height = 0;
      return undefined;
    }
    const stop = new AbortController();
    const draw = async () => {
      const page = await pdf.getPage(n);
      if (stop.signal.aborted || !canvas.current || !words.current) return;
      const { width: across, height } = page.getViewport({ scale: 1 });
      setOwn(height / across);
      await drawn(page, { scale: width / across, canvas: canvas.current, words: words.current }, stop.signal);
    };
    // A page that cannot be drawn leaves its sheet empty; the others are there, and so is the file to download.
    draw().catch(() => {});
    return () => stop.abort();
  }, [near, pdf, n, width]);

  return (
    <section
      ref={sheet}
      className={style['sheet']}
      aria-label={t('web.preview.page', { n, of: pdf.numPages })}
      style={{ width, height: width * own }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={words} className={style['words']} />
    </section>
  );
}

type On = { scale: number; canvas: HTMLCanvasElement; words: HTMLDivElement };

/** Draws the page and lays its words over it. */
async function drawn(page: PDFPageProxy, { scale, canvas, words }: On, signal: AbortSignal): Promise<void> {
  const viewport = page.getViewport({ scale });
  const dots = Math.min(devicePixelRatio, Math.sqrt(MOST_DOTS / (viewport.width * viewport.height)));
  canvas.width = Math.floor(viewport.width * dots);
  canvas.height = Math.floor(viewport.height * dots);
  const painting = page.render({ canvas, viewport, transform: [dots, 0, 0, dots, 0, 0] });
  words.replaceChildren();
  words.style.setProperty('--total-scale-factor', String(scale));
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  signal.addEventListener('abort', () => {
    painting.cancel();
    layer.cancel();
  });
  await Promise.all([painting.promise, layer.render()]);
}
