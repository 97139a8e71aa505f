/** The history: one line for each act, without ids, so that two runs of one seed can be compared and a failing one be read. */
import { createHash } from "node:crypto";

export interface Act {
  readonly day: string;
  readonly time: string;
  readonly actor: string;
  /** `POST /api/v1/…`, or the name of a strike. */
  readonly act: string;
  /** The subject, in words that are the same in every run: a class, a claim's number, a person. */
  readonly about: string;
  /** Status, and the refusal's code. */
  readonly outcome: string;
}

export class History {
  readonly acts: Act[] = [];
  readonly #digest = createHash("sha256");
  /** Counts by act and outcome. */
  readonly counts = new Map<string, number>();

  note(act: Act): void {
    this.acts.push(act);
    this.#digest.update(`${JSON.stringify(act)}\n`);
    const kind = `${act.act} ${act.outcome}`;
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  /** Digest of all acts so far, with what the county has become at the end. */
  digest(end: unknown): string {
    return this.#digest.copy().update(JSON.stringify(end)).digest("hex");
  }
}

export const actLine = ({ day, time, actor, act, about, outcome }: Act): string =>
  `${day} ${time} ${actor}: ${act}${about === "" ? "" : ` (${about})`} → ${outcome}`;
