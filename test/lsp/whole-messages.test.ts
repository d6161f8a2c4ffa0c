import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { StreamMessageWriter } from 'vscode-jsonrpc/node';
import { writeWholeMessages } from '../../server/src/lsp/whole-messages.ts';

/** Keeps what is written in one go together, as a pipe does. */
class Pipe extends Writable {
  readonly pieces: string[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.pieces.push(chunk.toString());
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.pieces.push(Buffer.concat(chunks.map(({ chunk }) => chunk)).toString());
    done();
  }
}

const MESSAGES = ['größer', 'second', 'third'].map((method) => ({ jsonrpc: '2.0', method }));
const framed = (message: object): string => {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

test('head and body of a message go out together, also of messages that come at once', async () => {
  const pipe = new Pipe();
  writeWholeMessages(pipe);
  const writer = new StreamMessageWriter(pipe);
  await Promise.all(MESSAGES.map((message) => writer.write(message)));
  expect(pipe.pieces).toEqual(MESSAGES.map(framed));
});

test('anything else is passed on as it is, and whoever writes learns of it', async () => {
  const pipe = new Pipe();
  writeWholeMessages(pipe);
  await new Promise((resolve) => pipe.write('not a message\n', resolve));
  await new Promise((resolve) => pipe.write(Buffer.from('nor this'), resolve));
  expect(pipe.pieces).toEqual(['not a message\n', 'nor this']);
});

test('a stream that is gone is told of', async () => {
  const pipe = new Pipe();
  writeWholeMessages(pipe);
  pipe.on('error', () => undefined).destroy();
  await expect(new StreamMessageWriter(pipe).write({ jsonrpc: '2.0' })).rejects.toThrow();
});
