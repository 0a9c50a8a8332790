import { createServer } from 'node:net';

/**
 * A mail server on loopback that keeps what it gets and can be told to hang: then it accepts connections and never
 * says a word.
 */
export async function openMailSink() {
  /** Recipients, one entry per accepted mail. @type {string[]} */
  const delivered = [];
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const state = { hangs: false };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    if (!state.hangs) converse(socket, (recipient) => delivered.push(recipient));
  });
  await new Promise((resolve) => server.listen({ port: 0, host: '127.0.0.1' }, () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `smtp://127.0.0.1:${address.port}?ignoreTLS=true`,
    delivered,
    hang: () => {
      state.hangs = true;
    },
    /** Serves again; who waits for an answer of before is let go. */
    answer: () => {
      state.hangs = false;
      for (const socket of sockets) socket.destroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The little of SMTP that one mail needs. @param {import('node:net').Socket} socket @param {(recipient: string) => void} accept */
function converse(socket, accept) {
  let recipient = '';
  let text = '';
  let isData = false;
  socket.setEncoding('utf8').write('220 drill\r\n');
  socket.on('data', (chunk) => {
    text += chunk;
    if (isData) {
      if (!text.endsWith('\r\n.\r\n')) return;
      isData = false;
      text = '';
      accept(recipient);
      socket.write('250 kept\r\n');
      return;
    }
    const lines = text.split('\r\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      recipient = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1] ?? recipient;
      isData = /^DATA/i.test(line);
      socket.write(isData ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 fine\r\n');
    }
  });
}
