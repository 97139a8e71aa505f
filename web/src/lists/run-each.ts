/** A row whose act was refused, or whose answer never came. */
export interface Refused<Row> {
  row: Row;
  error: unknown;
}

/** Acts on each row in turn, and goes on after a refusal; returns the rows that were refused, in their order. */
export async function runEach<Row>(
  rows: readonly Row[],
  act: (row: Row) => Promise<unknown>,
  onRow: (index: number) => void = () => undefined,
): Promise<Refused<Row>[]> {
  const refused: Refused<Row>[] = [];
  for (const [index, row] of rows.entries()) {
    onRow(index);
    try {
      await act(row);
    } catch (error) {
      refused.push({ row, error });
    }
  }
  return refused;
}
