// expects: malformed — closes the function that a wrapper might put round it, and opens another
export default '}); globalThis.escaped = true; (function () { function sum() { return 0; }';
