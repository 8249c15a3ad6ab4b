// expects: accepted — line ends of old machines, line separators, tabs of every kind, unusual spaces
export default '// a comment\rexport const sum = (xs) =>\u2028xs\v.reduce\f(\u00a0(a,\ufeff b)\u3000=> a + b,\t0)\u2029;\r\n// \u0085';
