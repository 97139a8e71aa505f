import { createServer, type Socket } from "node:net";
import { once } from "node:events";

/** A mail server on this machine that keeps what it is given. */
export interface SmtpDouble {
  url: string;
  letters: { to: string; subject: string; text: string }[];
  /** Refuses every letter while set. */
  refusing: boolean;
  close(): Promise<void>;
}

export async function startSmtp(): Promise<SmtpDouble> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
    serve(socket, double);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const double: SmtpDouble = {
    url: `smtp://127.0.0.1:${port}`,
    letters: [],
    refusing: false,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return double;
}

/** The few commands that a client needs to hand over a letter. */
function serve(socket: Socket, double: SmtpDouble): void {
  let [read, to, data] = ["", "", null as string[] | null];
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say("220 double");
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    read += chunk;
    const lines = read.split("\r\n");
    read = lines.pop() ?? "";
    for (const line of lines) {
      if (data !== null) {
        if (line !== ".") data.push(line);
        else {
          double.letters.push({ to, ...parse(data.join("\r\n")) });
          data = null;
          say("250 kept");
        }
      } else if (line.startsWith("RCPT TO:")) {
        to = /<(.*)>/u.exec(line)?.[1] ?? "";
        say(double.refusing ? "550 no such mailbox" : "250 ok");
      } else if (line === "DATA") {
        data = [];
        say("354 go on");
      } else if (line === "QUIT") {
        say("221 bye");
        socket.end();
      } else say("250 ok");
    }
  });
}

function parse(letter: string): { subject: string; text: string } {
  const [head = "", ...body] = letter.split("\r\n\r\n");
  const unfolded = head.replaceAll(/\r\n[ \t]+/gu, " ");
  const subject = (/^Subject: (.*)$/mu.exec(unfolded)?.[1] ?? "").replaceAll(
    /=\?UTF-8\?([BQ])\?([^?]*)\?=\s*/giu,
    (_word, how: string, text: string) =>
      how.toUpperCase() === "B" ? Buffer.from(text, "base64").toString("utf8") : quoted(text.replaceAll("_", " ")),
  );
  const text = body.join("\r\n\r\n");
  if (/^Content-Transfer-Encoding: base64/imu.test(unfolded))
    return { subject, text: Buffer.from(text, "base64").toString("utf8") };
  return { subject, text: quoted(text.replaceAll(/=\r\n/gu, "")) };
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gu, (_code, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
