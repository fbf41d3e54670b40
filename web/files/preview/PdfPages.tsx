import { useEffect, useState } from 'react';
import { Waiting } from '../../frame/Waiting.tsx';
import { openPdf, type PDFDocumentProxy } from './pdf.ts';
import { PdfPage } from './PdfPage.tsx';
import style from './Preview.module.css';

type Props = { url: string; width: number; onFault: (fault: unknown) => void };

/** All pages of a PDF, one below the other; each is drawn when it comes near. */
export function PdfPages({ url, width, onFault }: Props) {
  const [opened, setOpened] = useState<{ pdf: PDFDocumentProxy; ratio: number } | null>(null);
  useEffect(() => {
    const task = openPdf(url);
    let left = false;
    const open = async () => {
      const pdf = await task.promise;
      // The other pages are taken to be like the first until they are drawn.
      const sheet = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!left) setOpened({ pdf, ratio: sheet.height / sheet.width });
    };
    open().catch((fault: unknown) => {
      if (!left) onFault(fault);
    });
    return () => {
      left = true;
      setOpened(null);
      void task.destroy();
    };
  }, [url, onFault]);
  if (!opened) return <Waiting lines={12} />;
  const { pdf, ratio } = opened;
  return (
    <div className={style['pages']}>
      {Array.from({ length: pdf.numPages }, (_, i) => (
        <PdfPage key={i} pdf={pdf} n={i + 1} width={width} ratio={ratio} />
      ))}
    </div>
  );
}
