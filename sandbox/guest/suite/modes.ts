/** Which tests run. */
import { type Mode, root, type SuiteNode, type TestNode } from './tree.ts';

function holdsOnly(suite: SuiteNode): boolean {
  return suite.tasks.some((child) => child.mode === 'only' || (child.type === 'suite' && holdsOnly(child)));
}

/** Turns `only` into what runs and what is skipped, and hands `skip` and `todo` down, as vitest does. */
export function settleModes(suite: SuiteNode = root, onlyMode: boolean = holdsOnly(root), inOnly = false): void {
  for (const child of suite.tasks) {
    const included = inOnly || child.mode === 'only';
    if (onlyMode) settleOnly(child, included);
    if (child.type !== 'suite') continue;
    if (child.mode === 'skip' || child.mode === 'todo') skipAll(child, child.mode);
    else settleModes(child, onlyMode, included && !holdsOnly(child));
  }
}

function settleOnly(node: SuiteNode | TestNode, included: boolean): void {
  if (node.type === 'suite' && (included || holdsOnly(node))) {
    if (node.mode === 'only') node.mode = 'run';
  } else if (node.mode === 'run' && !included) {
    node.mode = 'skip';
  } else if (node.mode === 'only') {
    node.mode = 'run';
  }
}

function skipAll(suite: SuiteNode, mode: Mode): void {
  for (const child of suite.tasks) {
    if (child.mode === 'run' || child.mode === 'only') child.mode = mode;
    if (child.type === 'suite') skipAll(child, mode);
  }
}
