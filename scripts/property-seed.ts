import fc from "fast-check";

/**
 * Property tests draw the same cases in every run, so that a run on a clean machine says the same as the one before it. New cases are
 * looked for on purpose: `PROPERTY_SEED=random npx vitest run fuzz`, which prints the seed of a failure.
 */
const asked = process.env["PROPERTY_SEED"] ?? "20190701";
if (asked !== "random") fc.configureGlobal({ seed: Number(asked) });
