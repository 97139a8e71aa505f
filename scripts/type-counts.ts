const MEASURE = /^(?:Aggregate )?[A-Z][\w -]*:\s+[\d.]+[sK]?$/u;

/**
 * Splits the output of `tsc --build --extendedDiagnostics` into the sum of type instantiations and the remaining lines, which are
 * errors. Nothing to check counts as none.
 */
export function readTypeCheck(output: string): { instantiations: number; complaints: string } {
  const lines = output.split("\n");
  const sum = (name: string): number =>
    lines.reduce((total, line) => total + (line.startsWith(`${name}:`) ? Number(line.slice(name.length + 1)) : 0), 0);
  return {
    instantiations: sum("Instantiations"),
    complaints: lines
      .filter((line) => !MEASURE.test(line))
      .join("\n")
      .trim(),
  };
}
