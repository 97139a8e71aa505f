import { enterCounty, type County } from "@jinengtong/county";
import { api } from "../api/api.ts";
import { call } from "../api/client.ts";

/**
 * Reads whose platform this is, before anything is shown: from the block of data that the server puts into each page, or, where a
 * development server served the page, from the API.
 */
export async function enterCountyOfPage(): Promise<void> {
  const block = document.getElementById("county")?.textContent;
  enterCounty(block === undefined ? await call(api.county.show, {}) : (JSON.parse(block) as County));
}
