/** The realm of suites that are scripts: nothing but the membrane and a console that counts its assertions. */
import { install } from './install.ts';
import { scriptRunner } from './script-runner.ts';

install({ modules: {}, runner: () => scriptRunner });
