const { posix } = offered('path');
const exports: object = posix;
export default exports;
