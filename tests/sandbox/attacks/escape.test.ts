import { expectCases } from './expect-cases.ts';

await expectCases('escape');
