/** The guest with all of fast-check. */
import './stubs.ts';
import { install } from './install.ts';
import { propertyModules, seedProperties } from './properties.ts';

install({ modules: propertyModules, seed: seedProperties });
