/** The small guest, for suites without properties: what a snapshot holds is what a fresh isolate costs. */
// oxlint-disable-next-line import/no-unassigned-import -- has to come before what needs it
import './stubs.ts';
import { install } from './install.ts';
import { warmUpExpect } from './warm-up.ts';

warmUpExpect();
install({ modules: {}, seed: () => undefined });
