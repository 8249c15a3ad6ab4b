import stringDecoder from 'string_decoder/lib/string_decoder.js';

const { StringDecoder } = stringDecoder;
export default { StringDecoder } as object;
