const types: object = offered('internal/types');
export default types;
