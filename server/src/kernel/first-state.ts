import type { FastifyReply, FastifyRequest } from "fastify";
import { accountMark } from "./account-mark.ts";
import type { Actor } from "./actor.ts";
import { FileReply } from "./files.ts";
import { factsOf, perform, type Wiring } from "./http.ts";
import { parseInput } from "./input.ts";
import type { AnyOperation } from "./operation.ts";
import type { Piece } from "./gzip-pieces.ts";
import { asJson, preserializedPieces } from "./preserialized.ts";

/** Answers that a page shows first, as a data block of its document. */
export interface FirstState {
  /** Pieces of the block. */
  block: Piece[];
  /** They were made for somebody signed in: nothing may keep them. */
  personal: boolean;
}

/** An operation with the query its page asks with. */
type Carried = readonly [op: AnyOperation, query: string];

/** The operations whose answers a page's document carries. */
export class CarriedAnswers {
  private readonly byPage = new Map<string, Carried[]>();
  private readonly wiring: Wiring;

  constructor(operations: readonly AnyOperation[], wiring: Wiring) {
    this.wiring = wiring;
    for (const op of operations)
      for (const [page, query] of Object.entries(op.carriedBy ?? {}))
        this.byPage.set(page, [...(this.byPage.get(page) ?? []), [op, query]]);
  }

  /** Addresses of the pages that carry answers of their own, as routes. */
  get pages(): string[] {
    return [...this.byPage.keys()].filter((page) => page !== "*");
  }

  /** Answers that the page carries for whoever asks. One that can't be given is left out: the page asks for it and says why. */
  async firstState(page: string | null, request: FastifyRequest, reply: FastifyReply): Promise<FirstState> {
    const facts = factsOf(request);
    const { door, services } = this.wiring;
    const found = await door.authenticate(facts, services).catch(() => null);
    if (found?.setCookie) reply.header("set-cookie", found.setCookie);
    const actor = found?.actor ?? null;
    if (actor) reply.header("account-mark", accountMark(actor));
    const isPlain = !request.url.includes("?");
    const asked = placesOf(page)
      .flatMap((place) => this.byPage.get(place) ?? [])
      .filter(([op, query]) => (query === "" || isPlain) && mayAsk(op, actor));
    const answers = await Promise.all(
      asked.map(async ([op, query]): Promise<[string, unknown] | null> => {
        try {
          const input = parseInput(op, request.params, Object.fromEntries(new URLSearchParams(query)), {});
          const call = { facts: { ...facts, headers: NO_HEADERS }, actor, upload: null, input };
          const { answer } = await perform(op, call, this.wiring);
          return answer instanceof FileReply ? null : [addressOf(op, request.params, query), answer];
        } catch {
          return null;
        }
      }),
    );
    return { block: blockOf(answers.filter((each) => each !== null)), personal: actor !== null };
  }
}

/** Everywhere, everywhere in the portal, and the page itself. */
function placesOf(page: string | null): string[] {
  if (page === null) return ["*"];
  const portal = portalOf(page);
  return portal === page ? ["*", page] : ["*", portal, page];
}

/** The portal of an address, as a route: `/bureau/*` of `/bureau/claims`. */
export const portalOf = (page: string): string => `/${page.split("/")[1] ?? ""}/*`;

const mayAsk = ({ permission }: AnyOperation, actor: Actor | null): boolean =>
  "public" in permission || (actor !== null && !actor.scopes && permission.roles.includes(actor.role));

/** A browser's validators are about the document, not about the answers in it. */
const NO_HEADERS = {};

/** The call's address as the pages write it. */
function addressOf(op: AnyOperation, params: unknown, query: string): string {
  const values = (params ?? {}) as Record<string, string>;
  const path = op.path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  return query === "" ? path : `${path}?${query}`;
}

function blockOf(answers: readonly [string, unknown][]): Piece[] {
  const pieces: Piece[] = [];
  answers.forEach(([address, answer], n) => {
    pieces.push(Buffer.from(`${n === 0 ? "" : ","}${asJson(address)}:`));
    pieces.push(...(preserializedPieces(answer) ?? [Buffer.from(asJson(answer))]));
  });
  return [OPEN, ...pieces, CLOSE];
}

const OPEN = Buffer.from('<script type="application/json" id="first-state">{');
const CLOSE = Buffer.from("}</script>");
