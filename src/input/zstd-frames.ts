/** What the walk over a zstd stream needs next: bytes to look at, bytes that only pass by, or to say that a frame ended. */
type Step = { readonly look: number } | { readonly pass: number } | 'frame-ended';

const frameMagic = 0xfd2fb528;
const skippableMagic = 0x184d2a50;
const dictionaryIdBytes = [0, 1, 2, 4] as const;
const contentSizeBytes = [0, 2, 4, 8] as const;
const runLengthBlock = 1;
const reservedBlock = 3;

/**
 * Cuts the chunks of a zstd stream where its frames end (RFC 8878, section 3.1). Node's decoder drops what follows the
 * end of a frame within one chunk, and takes a stream that breaks off for a whole one: both would lose rows in silence.
 * Throws an `Error` for bytes that are no frame, and for a stream that ends inside one.
 */
export async function* zstdFrameChunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const steps = walkFrames();
  let step = next(steps);
  let looked: Buffer[] = [];
  let wanted = sizeOf(step);
  let isInside = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + wanted);
      at += part.length;
      wanted -= part.length;
      isInside = true;
      if (step !== 'frame-ended' && 'look' in step) looked.push(part);
      while (wanted === 0) {
        step = next(steps, Buffer.concat(looked));
        looked = [];
        wanted = sizeOf(step);
        if (step !== 'frame-ended') continue;
        yield chunk.subarray(from, at);
        from = at;
        isInside = false;
      }
    }
    if (from < chunk.length) yield chunk.subarray(from);
  }
  if (isInside) throw new Error('it ends in the middle: a part of it is missing');
}

function next(steps: Generator<Step, never, Buffer>, looked: Buffer = Buffer.alloc(0)): Step {
  return steps.next(looked).value;
}

function sizeOf(step: Step): number {
  if (step === 'frame-ended') return 0;
  return 'look' in step ? step.look : step.pass;
}

function* walkFrames(): Generator<Step, never, Buffer> {
  for (;;) {
    const magic = (yield { look: 4 }).readUInt32LE(0);
    if (magic === frameMagic) yield* walkFrame();
    else if ((magic & 0xfffffff0) >>> 0 === skippableMagic) yield { pass: (yield { look: 4 }).readUInt32LE(0) };
    else throw new Error('it is not compressed with zstd');
    yield 'frame-ended';
  }
}

function* walkFrame(): Generator<Step, void, Buffer> {
  const descriptor = (yield { look: 1 }).readUInt8(0);
  yield { pass: headerBytes(descriptor) };
  for (let isLast = false; !isLast;) {
    const header = (yield { look: 3 }).readUIntLE(0, 3);
    isLast = (header & 1) === 1;
    const type = (header >> 1) & 3;
    if (type === reservedBlock) throw new Error('it is damaged');
    yield { pass: type === runLengthBlock ? 1 : header >> 3 };
  }
  if ((descriptor & 4) !== 0) yield { pass: 4 };
}

/** The length of a frame's header after its descriptor: window, dictionary and content size. */
function headerBytes(descriptor: number): number {
  const isSingleSegment = (descriptor & 32) !== 0;
  const sizeBytes = contentSizeBytes[(descriptor >> 6) as 0 | 1 | 2 | 3];
  const dictionaryBytes = dictionaryIdBytes[(descriptor & 3) as 0 | 1 | 2 | 3];
  return (isSingleSegment ? Math.max(sizeBytes, 1) : sizeBytes + 1) + dictionaryBytes;
}
