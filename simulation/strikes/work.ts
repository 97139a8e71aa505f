/** The acts that go on under the strikes, and how each is found again afterwards. */
import { createHash } from "node:crypto";
import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { county } from "@jinengtong/county";
import type pg from "pg";
import { creditCode } from "../residents.ts";
import type { Clerk, Reply, Sheet } from "./clerk.ts";

export interface Act {
  url: string;
  body: object | Sheet;
}

/** A kind of act. Each act bears a name of its own, by which its traces are counted. */
export interface Work {
  name: string;
  act(name: string, n: number): Act;
  /** Each name of this kind with the number of its records. */
  recorded(owner: pg.Pool): Promise<Map<string, number>>;
  /** Of an acknowledged act: null once all that follows from it is done, else what is missing. */
  missing?(clerk: Clerk, reply: Reply, act: Act): Promise<string | null>;
}

const counted = async (owner: pg.Pool, column: string, table: string): Promise<Map<string, number>> => {
  const { rows } = await owner.query<{ name: string; n: number }>(
    `select ${column} as name, count(*)::int as n from ${table} group by 1`,
  );
  return new Map(rows.map(({ name, n }) => [name, n]));
};

const town = (): string => county().towns[0]?.code ?? "";

/** An organisation is registered. */
export const organisations: Work = {
  name: "organisations",
  act: (name, n) => ({
    url: "/api/v1/organisations",
    body: { uscc: creditCode(1_000 + n), name, kind: "enterprise", town: town(), address: "开发区 1 号" },
  }),
  recorded: (owner) => counted(owner, "name", "organisation"),
};

/** A school registers a room. */
export const rooms = (organisationId: string): Work => ({
  name: "rooms",
  act: (name) => ({
    url: `/api/v1/organisations/${organisationId}/rooms`,
    body: { name, address: "教学楼", capacity: 30 },
  }),
  recorded: (owner) => counted(owner, "name", "room"),
});

const PAPER = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n",
);

/** A school hands in a paper, whose file is read back. */
export const papers: Work = {
  name: "papers",
  act: (name, n) => ({
    url: "/api/v1/papers?kind=rules",
    body: { name: `${name}.pdf`, content: Buffer.concat([PAPER, Buffer.from(`% ${n}\n%%EOF\n`)]) },
  }),
  recorded: (owner) => counted(owner, "replace(name, '.pdf', '')", "stored_file where purpose = 'rules'"),
  async missing(clerk, { id }, act) {
    const kept = await clerk.download(`/api/v1/papers/${String(id)}`);
    return digest(kept) === digest((act.body as Sheet).content) ? null : "the file came back changed";
  },
};

/** Bytes from which a list is checked in the background. */
const LARGE = 60_000;
const ROWS = 40;

/** An office sends a list that is checked in the background: work that a dying process leaves half done. */
export const lists: Work = {
  name: "lists",
  act: (name, n) => {
    const remark = "备".repeat(Math.ceil(LARGE / ROWS / 3));
    const rows = Array.from({ length: ROWS }, (_, row) => {
      const number = makeCitizenId(county().region.code, civilDate("1985-01-01"), 1 + ((n * ROWS + row) % 999));
      return `王小明,${number},否,2020-03-01,${remark}`;
    });
    const content = ["姓名,身份证号,是否领取养老金,查询日期,备注", ...rows].join("\n");
    return {
      url: `/api/v1/fact-imports?subject=fact:pension&source=${encodeURIComponent(name)}`,
      body: { name: "名册.csv", content },
    };
  },
  recorded: (owner) => counted(owner, "source", "fact_import"),
  async missing(clerk, { id }) {
    const shown = await clerk.send("GET", `/api/v1/fact-imports/${String(id)}`, "");
    return shown["state"] === "ready" ? null : `the list is ${String(shown["state"])}`;
  },
};

const digest = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
