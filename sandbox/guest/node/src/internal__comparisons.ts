import comparisons from 'assert/build/internal/util/comparisons.js';
import { isPartiallyEqual } from './lib/partially-equal.ts';

const { isDeepEqual, isDeepStrictEqual } = comparisons;
export default { isDeepEqual, isDeepStrictEqual, isPartiallyEqual: isPartiallyEqual(isDeepStrictEqual) } as Record<
  string,
  Comparison
>;
