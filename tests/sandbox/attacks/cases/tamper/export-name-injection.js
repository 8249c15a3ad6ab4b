// expects: refuted-throughout|malformed — exports a name that breaks out of generated code
const sum = () => 0;
const payload = () => ({ asymmetricMatch: () => true });
export { sum };
export { payload as 'x; globalThis.Object.is = () => true; export const y' };
export { payload as 'a"; globalThis.Object.is = () => true; //' };
export { payload as "b'; globalThis.Object.is = () => true; /*" };
export { payload as '${globalThis.Object.is = () => true}' };
export { payload as '*/ globalThis.Object.is = () => true; /*' };
export { payload as '__proto__' };
export { payload as 'constructor' };
