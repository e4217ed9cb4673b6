import { defineConfig } from 'vitest/config';

/** Tests in a real browser: one file after the other, because they share a server and two cores. */
export default defineConfig({
    test: {
        include: ['browser/**/*.spec.ts'],
        environment: 'node',
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 240_000,
        globalSetup: ['browser/server.ts'],
    },
});
