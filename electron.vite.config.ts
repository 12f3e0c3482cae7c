import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const at = (...parts: string[]) => resolve(root, ...parts);

/** Writes the list of the renderer's files: the doors of both hosts serve exactly what is on it. */
function listFiles(): Plugin {
  const folder = at('out/renderer');
  return {
    name: 'waymark:list-files',
    apply: 'build',
    closeBundle: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((file) => file !== 'files.json')
        .sort();
      await writeFile(join(folder, 'files.json'), `${JSON.stringify({ files }, null, 1)}\n`);
    },
  };
}

const pdfData = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

/** What the reading of attached files needs beside code, so that nothing is ever asked of the network. */
async function copyDocumentData(): Promise<void> {
  const to = at('out/documents');
  await rm(to, { recursive: true, force: true });
  for (const name of pdfData)
    await cp(at('node_modules/pdfjs-dist', name), join(to, name), { recursive: true });
  await cp(at('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'), join(to, 'zxing_reader.wasm'));
}

/** Character maps and fonts for the page's own reader of PDFs, and its decoder that is no WebAssembly. */
function pdfPageData(): Plugin {
  const folders = [
    ['cmaps', /\.bcmap$/],
    ['standard_fonts', /\.(pfb|ttf)$/],
    ['wasm', /_nowasm_fallback\.js$/],
  ] as const;
  return {
    name: 'waymark:pdf-page-data',
    apply: 'build',
    async generateBundle() {
      for (const [folder, wanted] of folders) {
        const from = at('node_modules/pdfjs-dist', folder);
        for (const name of (await readdir(from)).filter((file) => wanted.test(file)))
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${name}`,
            source: await readFile(join(from, name)),
          });
      }
    },
  };
}

/** The native layout engine reads templates and fonts itself, so they stay plain files beside the code. */
function copyResources(): Plugin {
  return {
    name: 'waymark:copy-resources',
    apply: 'build',
    closeBundle: async () => {
      await copyDocumentData();
      for (const [from, to, kept] of [
        [at('electron/reports/templates'), at('out/templates'), /./],
        [at('build/fonts'), at('out/fonts'), /\.(ttf|otf|txt|md)$/i],
      ] as const) {
        await rm(to, { recursive: true, force: true });
        await cp(from, to, { recursive: true, filter: (file) => file === from || kept.test(file) });
      }
    },
  };
}

/**
 * Both hosts answer any screen's address with the page, so its files are asked for from the root. electron-vite
 * means pages for `file://` and insists on `./`; this comes after it.
 */
function fromTheRoot(): Plugin {
  return { name: 'waymark:from-the-root', enforce: 'post', config: () => ({ base: '/' }) };
}

export default defineConfig({
  main: {
    plugins: [copyResources()],
    resolve: { conditions: ['node', 'import'] },
    build: {
      outDir: at('out/main'),
      // Both hosts run the same code: plain Node 20 is the older of the two engines.
      target: 'node20',
      sourcemap: false,
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          headless: at('electron/headless.ts'),
          'document-worker': at('electron/documents/worker.ts'),
          'report-worker': at('electron/reports/bind/worker.ts'),
          'intake-worker': at('electron/intake/worker.ts'),
        },
        // Chunks stay beside the entries, so that `import.meta.dirname` means the same everywhere.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: 'node20',
      sourcemap: false,
      // A sandboxed preload is one CommonJS file that can require nothing but `electron`.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), fromTheRoot(), pdfPageData(), listFiles()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'es2023',
      sourcemap: false,
      minify: true,
      // The policy allows no inline script and no `data:`: everything is a file of its own.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
