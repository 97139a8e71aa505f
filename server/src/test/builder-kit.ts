import { county } from "@jinengtong/county";

/**
 * Kit shared by the test builders. Each builder inserts one believable, complete thing and returns its id. Everything has a
 * default; a test names what it cares about. Builders write tables directly, so that a test pays only for what it tests.
 */
let serial = 0;
export const next = (): number => (serial += 1);

/** Default region: the configured county and its first town. */
export const region = (): string => county().region.code;
export const town = (): string => county().towns[0]?.code ?? "";

export const must = async <T>(query: { executeTakeFirstOrThrow(): Promise<T> }): Promise<T> =>
  query.executeTakeFirstOrThrow();
