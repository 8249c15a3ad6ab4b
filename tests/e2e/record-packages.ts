/** Preloaded into a command: when it ends, writes the packages that it loaded to the file that PACKAGES_FILE names. */
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const packages = new Set<string>();

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(resolved.url)?.[1];
    if (name !== undefined) packages.add(name);
    return resolved;
  },
});

process.on('exit', () => {
  writeFileSync(process.env['PACKAGES_FILE'] ?? '', JSON.stringify([...packages]));
});
