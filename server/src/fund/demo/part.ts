import type { DemoCounty, DemoPart } from "../../kernel/demo/county.ts";
import { inTransaction } from "../../kernel/context.ts";
import type { Services } from "../../kernel/services.ts";
import { bankFile } from "../batch/bank-file.ts";
import { addInflows } from "./inflows.ts";
import { Money } from "./money.ts";

declare module "../../kernel/demo/county.ts" {
  interface DemoCounty {
    money: Money;
  }
}

/** Sent batches have their bank file fixed by its digest, as sending does. */
async function fixBankFiles(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const batches = await context.db
      .selectFrom("payment_batch")
      .select(["id", "number"])
      .where("state", "=", "sent")
      .execute();
    for (const batch of batches) {
      const { digest } = await bankFile(context, batch);
      await context.db
        .updateTable("payment_batch")
        .set({ bank_file_digest: digest })
        .where("id", "=", batch.id)
        .execute();
    }
  });
}

export const fundDemo: DemoPart = {
  begin(county: DemoCounty) {
    county.money = new Money(county);
    county.settleClaim = (claim) => county.money.settle(claim);
  },
  async end(county) {
    county.money.close();
    await county.sink.goOn("batch_number", county.sink.count("payment_batch"));
  },
  async morningAfter(services) {
    await fixBankFiles(services);
    await addInflows(services);
  },
};
