import { expect, it } from "vitest";
import { createTestApp } from "../../test/index.ts";
import { workCounter } from "../../test/work-counter.ts";
import { factStore, readyFigures } from "./store.ts";

it("whoever asks for figures first after a start reads no facts, only whether there are new ones", async () => {
  const app = await createTestApp();
  try {
    const count = workCounter(app);
    const reading = await count(() => readyFigures(app.services));
    const asking = await count(() => factStore(app.services));
    expect(reading.statements).toBeGreaterThan(1);
    expect(asking.statements).toBe(1);
  } finally {
    await app.close();
  }
});
