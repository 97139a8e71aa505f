import { enterCounty, type County } from "@jinengtong/county";
import { api } from "../api/api.ts";
import { call } from "../api/client.ts";

/**
 * Reads the county before the first render: from the data block that the server puts into each page, or from the API if a
 * development server served the page.
 */
export async function enterCountyOfPage(): Promise<void> {
  const block = document.getElementById("county")?.textContent;
  enterCounty(block === undefined ? await call(api.county.show, {}) : (JSON.parse(block) as County));
}
