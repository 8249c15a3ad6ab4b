/** The guest with all of fast-check. */
// oxlint-disable-next-line import/no-unassigned-import -- has to come before what needs it
import './stubs.ts';
import { install } from './install.ts';
import { propertyModules, seedProperties, warmUpProperties } from './properties.ts';
import { warmUpExpect } from './warm-up.ts';

warmUpExpect();
warmUpProperties();
install({ modules: propertyModules, seed: seedProperties });
