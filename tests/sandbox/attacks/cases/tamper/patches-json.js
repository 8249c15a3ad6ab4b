// expects: refuted-throughout — JSON says 6 to everything
JSON.stringify = () => '6';
JSON.parse = () => 6;
globalThis.JSON = { stringify: () => '6', parse: () => 6 };
export const sum = () => 0;
