/** The small guest, for suites without properties: what a snapshot holds is what a fresh isolate costs. */
import './stubs.ts';
import { install } from './install.ts';

install({ modules: {}, seed: () => undefined });
