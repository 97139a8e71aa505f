import { county } from "@jinengtong/county";
import type { Owner } from "./actor.ts";

/**
 * Owner of what holds in the whole county (parameters, scopes, attendance rules), for `over`: a town's officers and those of
 * another county may read it and never change it.
 */
export const countyWide = (): Promise<Owner> => Promise.resolve({ region: county().region.code });
