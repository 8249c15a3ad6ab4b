const { strict } = offered('assert');
const exports: object = strict;
export default exports;
