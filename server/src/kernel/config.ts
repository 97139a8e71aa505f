import path from "node:path";
import { readMail } from "../adapters/mail/index.ts";
import { parseOperatorJson } from "./operator-file.ts";

const SHIPPED_POLICIES = path.resolve(import.meta.dirname, "../../../policies");
const SHIPPED_FORMS = path.resolve(import.meta.dirname, "../../../forms");
const SHIPPED_COUNTY = path.resolve(import.meta.dirname, "../../../counties/rugao/county.json");

/** The platform's settings, read once from the environment. */
export interface Config {
  host: string;
  port: number;
  dataDir: string;
  /** Null: the embedded database in dataDir. */
  databaseUrl: string | null;
  /** A streaming replica of it, from which workbooks are read. */
  readDatabaseUrl: string | null;
  /** URL of the embedded database if another process keeps it running (`npm run dev`, across restarts of the server). */
  embeddedUrl: string | null;
  publicUrl: string;
  /** Loads the labelled demo county into an empty embedded database. */
  demo: boolean;
  /** True on an external database: default secrets are refused and no demo data is loaded. */
  production: boolean;
  /** Number of proxies in front of the platform: the client address is the one that the outermost proxy saw. */
  trustProxy: number;
  poolSize: number;
  oidc: { issuer: string; clientId: string; clientSecret: string }[];
  /** SMTP server and sender of letters, if there is one. */
  mail: { url: string; from: string } | null;
  /** Holidays of years that this release doesn't know, as entered by an operator. */
  holidaysFile: string | null;
  /** The county that this deployment serves. */
  countyFile: string;
  /** Directory of the policy packages, whose published versions are the law here. */
  policiesDir: string;
  /** Directory of the forms that offices and organisations return each period. */
  formsDir: string;
}

/** Reads the settings; refuses invalid ones at the start instead of failing later. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT 须为 0–65535 的整数，现在是 ${env.PORT}`);
  const host = env.HOST ?? "127.0.0.1";
  const databaseUrl = env.DATABASE_URL ?? null;
  const publicUrl = (env.PUBLIC_URL ?? `http://${host === "0.0.0.0" ? "localhost" : host}:${port}`).replace(/\/$/, "");
  return {
    host,
    port,
    dataDir: path.resolve(env.DATA_DIR ?? "./data"),
    databaseUrl,
    readDatabaseUrl: env.READ_DATABASE_URL ?? null,
    embeddedUrl: env.EMBEDDED_DATABASE_URL ?? null,
    publicUrl,
    // A configured county gets sample data only on request.
    demo: databaseUrl === null && (env.DEMO ?? (env.COUNTY_FILE === undefined ? "1" : "0")) !== "0",
    production: databaseUrl !== null,
    trustProxy: hops(env.TRUST_PROXY),
    poolSize: Number(env.POOL_SIZE ?? 16),
    oidc: readOidc(env.OIDC_PROVIDERS),
    mail: readMail(env),
    holidaysFile: env.HOLIDAYS_FILE ?? null,
    countyFile: path.resolve(env.COUNTY_FILE ?? SHIPPED_COUNTY),
    policiesDir: path.resolve(env.POLICIES_DIR ?? SHIPPED_POLICIES),
    formsDir: path.resolve(env.FORMS_DIR ?? SHIPPED_FORMS),
  };
}

/** `TRUST_PROXY`: how many proxies in front add to `X-Forwarded-For`; what stands left of their entries is the client's own word. */
function hops(text: string | undefined): number {
  const count = Number(text ?? 0);
  if (!Number.isInteger(count) || count < 0 || count > 10)
    throw new Error(`TRUST_PROXY 须为前面反向代理的层数（0–10），现在是 ${text}`);
  return count;
}

function readOidc(text: string | undefined): Config["oidc"] {
  if (!text) return [];
  const list = parseOperatorJson(text, "OIDC_PROVIDERS");
  if (!Array.isArray(list)) throw new Error("OIDC_PROVIDERS 须为 JSON 数组");
  return list.map((entry: Record<string, unknown> | null) => {
    const { issuer, clientId, clientSecret } = entry ?? {};
    if (typeof issuer !== "string" || typeof clientId !== "string" || typeof clientSecret !== "string") {
      throw new Error("OIDC_PROVIDERS 每项须有 issuer、clientId、clientSecret");
    }
    return { issuer, clientId, clientSecret };
  });
}
