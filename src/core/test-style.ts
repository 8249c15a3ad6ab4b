/** What a test suite is written for; how it is run follows from it. */
export type TestStyle = 'vitest' | 'jest' | 'assert' | 'console.assert' | 'throw';
