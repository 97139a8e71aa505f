import { createTransport } from "nodemailer";

/** Sends one plain letter. Rejects when the server doesn't take it. */
export interface MailGateway {
  send(letter: Letter): Promise<void>;
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

const AWAY = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ECONNREFUSED"]);
const AWAY_MS = 60_000;

/**
 * Letters through an SMTP server, `smtp://user:password@host:port` or `smtps://…`. Over a plain connection the password is given only
 * once the server has turned it into an encrypted one, except on this machine.
 */
export function smtpGateway({ url, from }: { url: string; from: string }): MailGateway {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/gu, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !here,
    ...(username === "" ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    // A letter is text: nothing of it is fetched from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A server that is away would hold each letter, and the workers that send it, for seconds.
  let awayUntil = 0;
  return {
    async send(letter) {
      if (Date.now() < awayUntil) throw new Error("the mail server was away a moment ago");
      try {
        await transport.sendMail({ from, ...letter });
      } catch (error) {
        if (AWAY.has((error as { code?: string }).code ?? "")) awayUntil = Date.now() + AWAY_MS;
        throw error;
      }
    },
  };
}

/** Settings of the gateway from `SMTP_URL` and `MAIL_FROM`; null where none are given. Refuses half of them, and an address that is none. */
export function readMail(env: NodeJS.ProcessEnv): { url: string; from: string } | null {
  const { SMTP_URL: url, MAIL_FROM: from } = env;
  if (!url && !from) return null;
  if (!url || !from) throw new Error("SMTP_URL 和 MAIL_FROM 须一起设置");
  if (!URL.canParse(url) || !/^smtps?:$/u.test(new URL(url).protocol))
    throw new Error("SMTP_URL 须为 smtp://用户:密码@主机:端口 或 smtps://…");
  if (!/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/u.test(from))
    throw new Error("MAIL_FROM 须为发件邮箱，如 平台 <noreply@example.cn>");
  return { url, from };
}
