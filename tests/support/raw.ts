// Bytes as they are, over a socket of their own: what no HTTP client would send.
import { connect } from 'node:net';

export interface RawAnswer { statuses: number[]; text: string }
interface Wishes { /** The client says that it has no more to send. */ hangUp?: boolean; patience?: number }

/** All that the server says until it closes the connection; fails when it does not. */
export function raw(port: number, bytes: string | Buffer, { hangUp = false, patience = 15_000 }: Wishes = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => { hangUp ? socket.end(bytes) : socket.write(bytes); });
    const said = () => Buffer.concat(pieces).toString();
    const tooLong = setTimeout(() => {
      socket.destroy();
      reject(new Error(`the connection was left open after: ${said().slice(0, 200) || 'nothing'}`));
    }, patience);
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('error', () => {}); // reset while we still send: what was said before counts
    socket.on('close', () => {
      clearTimeout(tooLong);
      const text = said();
      resolve({ text, statuses: [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status)) });
    });
  });
}
