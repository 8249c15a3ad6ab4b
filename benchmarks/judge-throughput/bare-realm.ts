import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { VariantName } from './variants.ts';

/** A console whose assertions count; the least that any script of tests needs. */
const asserting = `globalThis.failures = 0;
globalThis.console = { assert: (holds) => { if (!holds) globalThis.failures++; }, log() {}, error() {} };\n`;

/** What the packages look for while they load, and hardly use. */
const stubs = `globalThis.EventTarget = class { addEventListener() {} removeEventListener() {} dispatchEvent() {} };
globalThis.Event = class {};
globalThis.performance = { now: () => 0 };
globalThis.setTimeout = globalThis.clearTimeout = () => {};\n`;

const bundles: Readonly<Record<Exclude<VariantName, 'plain'>, string>> = {
  examples: `import { chai, JestChaiExpect, JestExtend, setState } from '@vitest/expect';
chai.use(JestExtend);
chai.use(JestChaiExpect);
globalThis.expect = (value) => chai.expect(value);
setState({ assertionCalls: 0 }, globalThis.expect);`,
  property: `import fc from 'fast-check'; globalThis.fc = fc;`,
};

/** What the snapshot of the bare loop is made from: only what the tests of the variant use. */
export async function bareRealmSource(variant: VariantName): Promise<string> {
  return variant === 'plain' ? asserting : asserting + stubs + (await bundled(bundles[variant]));
}

async function bundled(text: string): Promise<string> {
  const entry = join(import.meta.dirname, 'bare-realm-entry.js');
  const built = await rolldown({
    input: entry,
    platform: 'neutral',
    tsconfig: false,
    resolve: { mainFields: ['module', 'main'], conditionNames: ['import', 'default'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? text : undefined),
      },
    ],
  });
  const { output } = await built.generate({ format: 'iife', strict: true });
  await built.close();
  return output[0].code;
}
