import { writeFileSync } from 'node:fs';
import { configJsonSchema, configurationPage } from '../src/config/document.ts';

const here = (name: string): URL => new URL(name, import.meta.url);
writeFileSync(here('configuration.md'), configurationPage());
writeFileSync(here('configuration.schema.json'), `${JSON.stringify(configJsonSchema(), undefined, 2)}\n`);
