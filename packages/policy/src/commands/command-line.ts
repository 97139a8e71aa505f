/** Shared by the commands: parsing arguments, and readers that close the pipe early. */
import { parseArgs } from "node:util";

/** The command was called wrongly; the answer says how to use it. */
export class UsageError extends Error {}

/** The arguments of a command. Refuses (UsageError) an option that it does not have, or one without its value. */
export function commandArguments<const Name extends string>(
  names: readonly Name[],
  allowPositionals: boolean,
): { positionals: string[]; values: Partial<Record<Name, string>> } {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  try {
    const { positionals, values } = parseArgs({ allowPositionals, options });
    // Only the named options come out, each as the string that it was declared to be.
    return { positionals, values: values as Partial<Record<Name, string>> };
  } catch {
    const known = names.map((name) => `--${name}`).join("、");
    throw new UsageError(`参数有误：选项只有 ${known}，都要带值${allowPositionals ? "" : "；没有其他参数"}`);
  }
}

/** A reader that has seen enough closes the pipe; that is no fault of the run. */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 2);
  });
}

/** Says on standard error what went wrong, and for a wrong call how to make a right one. Answers the exit status. */
export function explainFailure(error: unknown, usage: string): number {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`${usage}\n`);
  return 2;
}
