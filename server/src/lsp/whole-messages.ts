/** Messages over a stream, each in one piece. */
import type { Writable } from 'node:stream';

type Done = (error?: Error | null) => void;

/**
 * The library writes the head of a message, waits until that is gone, and writes the body. Whoever reads would be woken twice for each
 * message, and we would ask the system twice: the head is held back until the body comes.
 */
export function writeWholeMessages(stream: Writable): void {
  const write = stream.write.bind(stream) as (data: unknown, ...rest: unknown[]) => boolean;
  stream.write = (data: unknown, ...rest: unknown[]): boolean => {
    if (!isHead(data)) {
      const isTaken = write(data, ...rest);
      stream.uncork();
      return isTaken;
    }
    stream.cork();
    const done = rest.pop() as Done;
    write(data, ...rest);
    done();
    return true;
  };
}

function isHead(data: unknown): boolean {
  return typeof data === 'string' && data.startsWith('Content-Length: ') && data.endsWith('\r\n\r\n');
}
