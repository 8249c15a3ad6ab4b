// expects: accepted — comments that name other files as source, map and origin
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
//# sourceURL=suite.js
//@ sourceURL=file:///etc/passwd
//# sourceMappingURL=file:///etc/passwd
/*# sourceMappingURL=data:application/json;base64,e30= */
