import fc from "fast-check";

/**
 * Property tests use the same cases in every run, so that results are reproducible. To search for new cases: `PROPERTY_SEED=random
 * npx vitest run fuzz`, which prints the seed of a failure.
 */
const asked = process.env["PROPERTY_SEED"] ?? "20190701";
if (asked !== "random") fc.configureGlobal({ seed: Number(asked) });
