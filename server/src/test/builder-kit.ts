import { county } from "@jinengtong/county";

/**
 * What the builders share. Each puts one believable, complete thing into the database and returns its id. What a test does not care
 * about has a default; what it cares about it names. They write tables directly so that a test pays only for what it tests.
 */
let serial = 0;
export const next = (): number => (serial += 1);

/** Where things stand unless told: the county that was entered, and its first town. */
export const region = (): string => county().region.code;
export const town = (): string => county().towns[0]?.code ?? "";

export const must = async <T>(query: { executeTakeFirstOrThrow(): Promise<T> }): Promise<T> =>
  query.executeTakeFirstOrThrow();
