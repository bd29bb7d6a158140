import { connect, type Socket } from "node:net";

export type RawAnswer = { readonly status: number; readonly text: string };

const mostAnswerBytes = 64 * 1024;
/** Requests of a client that reads no answer: more than the system keeps for it. */
const pipelined = 10;

/** Sends bytes as they are on a connection of their own. A status of 0 is a connection that was closed without an answer. */
export function sendRaw(port: number, bytes: Buffer, limitMs = 5000): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    };
    const timer = setTimeout(end, limitMs);
    socket.on("data", (piece: Buffer) => {
      text += piece.toString("latin1");
      if (isWhole(text) || text.length > mostAnswerBytes) end();
    });
    socket.on("error", end);
    socket.on("close", end);
  });
}

/** Whether the answer has all the bytes that its head announces. */
function isWhole(text: string): boolean {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  return length === undefined ? text.endsWith("0\r\n\r\n") : text.length >= head + 4 + Number(length);
}

/** Clients that never come to an end: of the head, of the body, of the answer. @returns what lets go of them */
export function slowClients(port: number, count: number, path: string, credentials: string): () => void {
  const drops: (() => void)[] = [];
  for (let at = 0; at < count; at += 1) {
    const socket: Socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    const kind = at % 3;
    const head = `${kind === 1 ? "POST" : "GET"} ${path} HTTP/1.1\r\nHost: x\r\n${credentials}`;
    if (kind === 0) socket.write("GET / HTTP/1.1\r\n");
    if (kind === 1) socket.write(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`);
    if (kind === 2) {
      socket.pause();
      for (let asked = 0; asked < pipelined; asked += 1) socket.write(`${head}\r\n`);
    }
    const more = setInterval(
      () => void (kind < 2 && socket.writable && socket.write(kind === 0 ? "X-A: b\r\n" : " ")),
      1000,
    );
    drops.push(() => {
      clearInterval(more);
      socket.destroy();
    });
  }
  return () => {
    for (const drop of drops) drop();
  };
}

/** Offers a body of so many megabytes, as far as the server takes it. @returns the status it is answered with */
export function sendEndless(
  port: number,
  head: string,
  megabytes: number,
): Promise<RawAnswer & { readonly sent: number }> {
  return new Promise((resolve) => {
    const piece = Buffer.alloc(256 * 1024, 0x20);
    let [sent, text] = [0, ""];
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`${head}Content-Length: ${megabytes * 1024 * 1024}\r\n\r\n`);
      pour();
    });
    const pour = () => {
      while (sent < megabytes * 1024 * 1024 && socket.writable) {
        sent += piece.length;
        if (!socket.write(piece)) return void socket.once("drain", pour);
      }
    };
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text, sent });
    };
    const timer = setTimeout(end, 30_000);
    socket.on("data", (data: Buffer) => {
      text += data.toString("latin1");
      if (isWhole(text)) end();
    });
    socket.on("error", end);
    socket.on("close", end);
  });
}
