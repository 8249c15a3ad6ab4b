import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The slow tests: services, browsers and long fault tests. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/full/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', './tests/plain-reporter.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

export default config;
