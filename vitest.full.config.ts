import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The slow tests: services, browsers and long fault tests. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/full/**/*.test.ts'],
    passWithNoTests: true,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

export default config;
