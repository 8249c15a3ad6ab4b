import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

export interface SmallDisk extends Disposable {
  readonly path: string;
  resize(kilobytes: number): void;
}

/** A file system in memory; undefined where this process may not mount one. */
export function smallDisk(path: string): SmallDisk | undefined {
  mkdirSync(path);
  const mount = (options: string, ...more: string[]): void => {
    execFileSync('mount', [...more, '-o', options, path], { stdio: 'ignore' });
  };
  try {
    mount('size=256k', '-t', 'tmpfs', 'tmpfs');
  } catch {
    return undefined;
  }
  return {
    path,
    resize: (kilobytes) => mount(`remount,size=${kilobytes}k`),
    [Symbol.dispose]: () => void execFileSync('umount', [path]),
  };
}
