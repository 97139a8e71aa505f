import { addDays, daysBetween, type CivilDate } from "@jinengtong/standards";
import { addHistory, at, type DemoCounty } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import type { Timestamp } from "../../kernel/demo/sink.ts";
import { workday } from "../../kernel/demo/workday.ts";
import { batchNumber } from "../batch/batch-number.ts";
import { batchStates } from "../batch-states.ts";
import type { Books, Source } from "./books.ts";

type Stage = "draft" | "submitted" | "released" | "sent" | "settled";

export interface Batch {
  id: string;
  number: string;
  source: Source;
  madeOn: CivilDate;
  /** Progress of the batch. */
  stage: Stage;
  count: number;
  fen: number;
}

/** Each source pays every tenth day, in batches of at most this many. */
const PAYDAY_EVERY = 10;
const BATCH_LIMIT = 5_000;

/** Age and progress of each source's latest batch, so that every role in the finance office has work. */
const LATEST: Record<string, { ago: number; stage: Stage }> = {
  SYBX: { ago: 3, stage: "sent" },
  JYBZ: { ago: 1, stage: "submitted" },
  DFRC: { ago: 2, stage: "released" },
  HYCY: { ago: 1, stage: "draft" },
};

export const releasedOn = ({ madeOn }: Batch): CivilDate => addDays(madeOn, 1);
export const settledOn = ({ madeOn }: Batch): CivilDate => addDays(madeOn, 3);

/** The payment batches of the county. */
export class Batches {
  private readonly county: DemoCounty;
  private readonly batches = new Map<string, Batch>();

  constructor(county: DemoCounty) {
    this.county = county;
  }

  /** Batch that pays something payable since a day; none if its payday is still to come. */
  batchFor(source: Source, payableOn: CivilDate): Batch | null {
    const { ago, stage } = LATEST[source.code] ?? { ago: 1, stage: "draft" };
    const latest = addDays(this.county.today, -ago);
    const waited = daysBetween(payableOn, latest);
    if (waited <= 0) return null;
    const payday = addDays(latest, -PAYDAY_EVERY * Math.floor((waited - 1) / PAYDAY_EVERY));
    const madeOn = workday(payday) > payableOn ? workday(payday) : payday;
    for (let part = 1; ; part += 1) {
      const key = `${source.id} ${madeOn} ${part}`;
      const found = this.batches.get(key);
      if (found && found.count < BATCH_LIMIT) return found;
      if (found) continue;
      const n = this.batches.size + 1;
      const made: Batch = {
        id: idOf("batch", n),
        number: batchNumber(madeOn, n),
        source,
        madeOn,
        stage: payday === latest ? stage : "settled",
        count: 0,
        fen: 0,
      };
      this.batches.set(key, made);
      return made;
    }
  }

  /** Writes the batches and the money that left with them. */
  close(books: Books): void {
    const { county } = this;
    const [maker, releaser] = county.payers;
    for (const batch of this.batches.values()) {
      const released = ["released", "sent", "settled"].includes(batch.stage);
      county.sink.add("payment_batch", {
        id: batch.id,
        number: batch.number,
        source_id: batch.source.id,
        region: county.region,
        state: batch.stage,
        count: batch.count,
        total_fen: batch.fen,
        made_by: maker,
        made_at: at(batch.madeOn, "10:00:00"),
        released_by: released ? releaser : null,
        released_at: released ? at(releasedOn(batch), "09:30:00") : null,
        bank_file_digest: null,
      });
      const steps: { to: Stage; at: Timestamp; by: string }[] = [
        { to: "draft", at: at(batch.madeOn, "10:00:00"), by: maker },
        { to: "submitted", at: at(batch.madeOn, "10:20:00"), by: maker },
        { to: "released", at: at(releasedOn(batch), "09:30:00"), by: releaser },
        { to: "sent", at: at(releasedOn(batch), "09:40:00"), by: maker },
        { to: "settled", at: at(settledOn(batch), "16:00:00"), by: maker },
      ];
      addHistory(county, batchStates, batch.id, steps.slice(0, steps.findIndex(({ to }) => to === batch.stage) + 1));
      if (released)
        books.post(batch.source, "sent", batch.fen, releasedOn(batch), {
          key: `sent:${batch.id}`,
          note: `放款 ${batch.number}，${batch.count} 笔`,
        });
    }
  }
}
