import type { County, Office } from "./schema.ts";

/**
 * Placeholder county for pages rendered at build time: each word is its own path in the county's file (`{{region.name}}`), which
 * the server replaces when it serves the page. Lists are empty.
 */
const office = (kind: keyof County["offices"]): Office => ({
  name: `{{offices.${kind}.name}}`,
  short: `{{offices.${kind}.short}}`,
  phone: `{{offices.${kind}.phone}}`,
  address: `{{offices.${kind}.address}}`,
  hours: `{{offices.${kind}.hours}}`,
});

export const placeholderCounty: County = {
  region: { code: "{{region.code}}", name: "{{region.name}}", pinyin: "{{region.pinyin}}" },
  within: [],
  towns: [],
  product: { name: "{{product.name}}", title: "{{product.title}}" },
  programmes: [],
  numbers: { claim: "", class: "", batch: "" },
  feedback: [],
  window: [],
  hotline: { name: "{{hotline.name}}", phone: "{{hotline.phone}}" },
  offices: {
    bureau: office("bureau"),
    finance: office("finance"),
    education: office("education"),
    civilAffairs: office("civilAffairs"),
    audit: office("audit"),
  },
};
