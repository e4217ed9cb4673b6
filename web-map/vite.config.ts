import { defineConfig } from 'vite';

/** The server of `npm run dev` passes what is not a file of the map on to a running Terrace (or to `npm run mock`). */
const backend = {
    target: process.env.TERRACE_URL ?? 'http://127.0.0.1:8099',
    // The server takes what is sent from its own pages only: they go by the name under which the map is open.
    changeOrigin: false,
};

export default defineConfig({
    base: './',
    server: {
        fs: { allow: ['..'] },
        proxy: { '/api': backend, '/tiles': backend },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 400 },
    test: { include: ['test/**/*.test.ts'], environment: 'node' },
} as Parameters<typeof defineConfig>[0]);
