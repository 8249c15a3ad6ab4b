/** A process of the bare loop: it is set up once, and then judges as many as it is told to. */
import { setImmediate } from 'node:timers/promises';
// oxlint-disable-next-line no-restricted-imports -- the floor that the sandbox is measured against
import ivm from 'isolated-vm';

export type ToBare =
  | { readonly kind: 'set-up'; readonly realm: string; readonly scripts: readonly string[] }
  | { readonly kind: 'judge'; readonly count: number };

export interface FromBare {
  readonly cpuMs: number;
  readonly failure?: string;
}

const warmUps = 50;
const memoryLimit = 128;
let snapshot: ivm.ExternalCopy<ArrayBuffer> | undefined;
let scripts: readonly string[] = [];

async function judge(count: number): Promise<FromBare> {
  const before = process.cpuUsage();
  try {
    for (let index = 0; index < count; index++) {
      evaluate(scripts[index % scripts.length] ?? '');
      // What isolates leave to be cleared up is cleared up by the event loop.
      await setImmediate();
    }
  } catch (error) {
    return { cpuMs: 0, failure: String(error) };
  }
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000 };
}

function evaluate(script: string): void {
  const isolate = new ivm.Isolate({ memoryLimit, ...(snapshot && { snapshot }) });
  try {
    const failures: unknown = isolate.createContextSync().evalSync(`${script}\n;globalThis.failures`);
    if (failures !== 0) throw new Error(`${String(failures)} assertions failed in ${script}`);
  } finally {
    isolate.dispose();
  }
}

process.on('message', async (message: ToBare) => {
  if (message.kind === 'set-up') {
    snapshot = ivm.Isolate.createSnapshot([{ code: message.realm }]);
    ({ scripts } = message);
  }
  process.send?.(await judge(message.kind === 'set-up' ? warmUps : message.count));
});
