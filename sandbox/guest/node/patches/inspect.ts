import { type Patch, required } from './patch.ts';

const file = /dist\/inspect\.js$/;

/** Modules of the package that give way to our own: brand checks, built-ins by name, addresses when there are any. */
export const inspectPatches: readonly Patch[] = [
  { file, find: /\b499\(t,e,n\)\{.*?\},302\(/s, replace: '499(t){t.exports=offered("internal/types")},302(' },
  {
    file,
    find: /\b683\(t\)\{.*?\},179\(/s,
    replace: `683(t){t.exports=${required('primordials.ts')}.primordials},179(`,
  },
  { file, find: 't.exports=URL}', replace: `t.exports=${required('inspected-url.ts')}.InspectedUrl}` },
  // The outermost function asks what kind of module it is in, of names that a bundle has not; and each function around
  // the largest one has V8 read that once more, unless parentheses tell that it runs at once.
  { file, find: /^!function\(t,e\)\{.*?\}\(this,\(\)=>\(\(\)=>\{"use strict";/s, replace: 'module.exports=(()=>{' },
  { file, find: /\}\)\(\)\);\s*$/, replace: '})();' },
  { file, find: ',223(t,e,n){', replace: ',223:(function(t,e,n){' },
  { file, find: '},123(t,e,n){', replace: '}),123(t,e,n){' },
];
