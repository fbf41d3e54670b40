import {
  getDocument,
  GlobalWorkerOptions,
  TextLayer,
  version,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

export { TextLayer, type PDFDocumentProxy, type PDFPageProxy };

/** Where the build lays what is asked for while reading; see `pdfParts` in vite.config.ts. */
const PARTS = `/assets/pdf-${version}/`;

/**
 * Begins to read the PDF at that address. WebAssembly is off, as the page's policy would have to allow it: the readers of scanned
 * pages are there as plain scripts too. Scripts inside of a PDF are never run: the part that could is not there.
 */
export function openPdf(url: string): PDFDocumentLoadingTask {
  GlobalWorkerOptions.workerSrc = `${PARTS}legacy/build/pdf.worker.min.mjs`;
  return getDocument({
    url,
    useWasm: false,
    wasmUrl: `${PARTS}wasm/`,
    cMapUrl: `${PARTS}cmaps/`,
    standardFontDataUrl: `${PARTS}standard_fonts/`,
  });
}
