/** Rows by a text that is the same in every run: a number, or a name with the masked number of an identity card. Never by ids, which are drawn anew. */
export function inOrder<Row>(rows: readonly Row[], textOf: (row: Row) => string): Row[] {
  return rows
    .map((row) => ({ row, text: textOf(row) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ row }) => row);
}

/** Names alone are shared by several. */
export const whoIs = ({ name, citizenIdMasked }: { name: string; citizenIdMasked: string }): string =>
  `${name} ${citizenIdMasked}`;
