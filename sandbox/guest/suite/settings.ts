/** What holds for all tests of a suite unless they say otherwise; `vi.setConfig`, `jest.setTimeout` and others change it. */
export interface Settings {
  testTimeout: number;
  hookTimeout: number;
  retry: number;
  clearMocks: boolean;
  mockReset: boolean;
  restoreMocks: boolean;
  unstubGlobals: boolean;
}

const defaults: Settings = {
  testTimeout: 5000,
  hookTimeout: 10_000,
  retry: 0,
  clearMocks: false,
  mockReset: false,
  restoreMocks: false,
  unstubGlobals: false,
};

/** Times are in milliseconds. */
export const settings: Settings = { ...defaults };

export function changeSettings(change: Partial<Settings>): void {
  Object.assign(settings, change);
}

export function resetSettings(): void {
  changeSettings(defaults);
}
