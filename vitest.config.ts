import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The fast tests: no services, two workers, each file in a process of its own. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/full/**', 'tests/fixtures/**', '**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', './tests/plain-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default config;
