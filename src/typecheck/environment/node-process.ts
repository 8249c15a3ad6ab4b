/** `process`, which tells nothing of the machine, and the types that go with Node's globals. */
export const nodeProcess: string = `
declare namespace NodeJS {
  type Timeout = number;
  type Timer = number;
  type Immediate = number;
  type ProcessEnv = Record<string, string | undefined>;
  interface ErrnoException extends Error {
    errno?: number;
    code?: string;
    path?: string;
    syscall?: string;
  }
  interface WriteStream {
    readonly columns: number;
    readonly isTTY: boolean;
    write(text: string | Uint8Array): boolean;
  }
  interface Process {
    readonly arch: string;
    readonly argv: string[];
    readonly env: ProcessEnv;
    readonly execArgv: string[];
    readonly execPath: string;
    exitCode?: number | string | undefined;
    readonly pid: number;
    readonly platform: string;
    readonly stderr: WriteStream;
    readonly stdout: WriteStream;
    readonly title: string;
    readonly version: string;
    readonly versions: Record<string, string | undefined>;
    cpuUsage(): { user: number; system: number };
    cwd(): string;
    emitWarning(warning: string | Error): void;
    exit(code?: number | string): never;
    hrtime: { (since?: readonly [number, number]): [number, number]; bigint(): bigint };
    memoryUsage(): { rss: number; heapTotal: number; heapUsed: number; external: number; arrayBuffers: number };
    nextTick(callback: (...args: any[]) => unknown, ...args: any[]): void;
    off(event: string, listener: (...args: any[]) => void): this;
    on(event: string, listener: (...args: any[]) => void): this;
    once(event: string, listener: (...args: any[]) => void): this;
    removeListener(event: string, listener: (...args: any[]) => void): this;
    uptime(): number;
  }
}
declare var process: NodeJS.Process;

declare module 'process' {
  const process: NodeJS.Process;
  export = process;
}
`;
