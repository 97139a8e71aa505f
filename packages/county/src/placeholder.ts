import type { County, Office } from "./schema.ts";

/**
 * The county of a page that is rendered while it is built, when nobody knows whose it will be: each word says its own place in the
 * county's file (`{{region.name}}`), where the server puts the real one when it serves the page. Lists are empty.
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
  hotline: { name: "{{hotline.name}}", phone: "{{hotline.phone}}" },
  offices: {
    bureau: office("bureau"),
    finance: office("finance"),
    education: office("education"),
    civilAffairs: office("civilAffairs"),
    audit: office("audit"),
  },
};
