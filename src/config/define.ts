import type { Config } from './config.ts';

/** What a user may leave out of a value: whatever has a default. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Given<T[Key]> }
    : T;

/** A configuration as a file gives it: only the model must be named. */
export type WinnowConfig = Omit<Given<Config>, 'endpoint'> & {
  readonly endpoint: Given<Config['endpoint']> & { readonly model: string };
};

/** Gives a configuration back as it is, so that an editor knows its keys: `export default defineConfig({ … })`. */
export function defineConfig(config: WinnowConfig): WinnowConfig {
  return config;
}
