import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import pdf from 'pdfjs-dist/package.json' with { type: 'json' };

const OUT = join(import.meta.dirname, 'dist/web');
const COMPRESSIBLE = /\.(m?js|css|html|svg|json)$/u;

/** The libraries that every page stands on, and the parts of the desk that several pages share. */
const GROUPS = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//u, priority: 3 },
  { name: 'ground', test: /node_modules\/@tanstack\//u, priority: 2 },
  // What the counter shares with the desk: it is not to fetch the rest of the desk with it.
  {
    name: 'common',
    test: /preload-helper|\/src\/platform\/i18n\/|\/web\/(theme\/(ThemeProvider|tokens|base)|i18n\/(translate|flatten)|format\/day|api|act-id|acts\/Field\.module)/u,
    minShareCount: 2,
    priority: 2,
  },
  {
    name: 'desk',
    test: /\/web\/(frame|format|i18n\/(language|translate|flatten)|keys|matters|problems|session|slips|theme|units\/useUnits)/u,
    minShareCount: 2,
    priority: 1,
  },
];

const PDF = join(import.meta.dirname, 'node_modules/pdfjs-dist');
const PDF_PARTS = [
  'legacy/build/pdf.worker.min.mjs',
  'cmaps',
  'standard_fonts',
  'wasm/jbig2_nowasm_fallback.js',
  'wasm/openjpeg_nowasm_fallback.js',
];

/**
 * Lays what the PDF reader asks for while it reads (its worker, the encodings of Chinese fonts, the fonts that a PDF may leave out, the
 * readers of scanned pages) under its version, so that the page fetches nothing from outside. See web/files/preview/pdf.ts.
 */
function pdfParts(): Plugin {
  return {
    name: 'huiyin:pdf-parts',
    apply: 'build',
    async writeBundle() {
      const to = join(OUT, 'assets', `pdf-${pdf.version}`);
      await Promise.all(PDF_PARTS.map((part) => cp(join(PDF, part), join(to, part), { recursive: true })));
    },
  };
}

/**
 * Writes `.br` and `.gz` beside every text asset, so that the server sends bytes and never compresses while somebody waits.
 * Brotli at 9: at 11 the build takes ten seconds longer for two hundredths less.
 */
function precompress(): Plugin {
  return {
    name: 'huiyin:precompress',
    apply: 'build',
    async closeBundle() {
      const files = await readdir(OUT, { recursive: true });
      await Promise.all(
        files
          .filter((file) => COMPRESSIBLE.test(file))
          .map(async (file) => {
            const path = join(OUT, file);
            const bytes = await readFile(path);
            const br = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
            await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, br));
            await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
          }),
      );
    },
  };
}

export default defineConfig({
  root: join(import.meta.dirname, 'web'),
  publicDir: join(import.meta.dirname, 'web/public'),
  plugins: [react(), pdfParts(), precompress()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    reportCompressedSize: false,
    // The PDF reader is one piece, fetched when a PDF is opened.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    // One style sheet of 6 kB, and what several pages share in two chunks: sixty small requests queue behind each other.
    cssCodeSplit: false,
    rolldownOptions: {
      input: ['web/index.html', 'web/counter.html'].map((page) => join(import.meta.dirname, page)),
      output: { codeSplitting: { groups: GROUPS } },
    },
  },
  server: { proxy: { '^/api/': process.env['HUIYIN_API'] ?? 'http://127.0.0.1:8080' } },
});
