/** The server's page of a list as `useApiPages` reads it. */
export const pageOf = <Row>(page: { rows: Row[]; nextCursor: string | null }) => ({
  items: page.rows,
  nextCursor: page.nextCursor,
});
