/** Something wrong with a package, or worth knowing. Only errors keep it from being published. */
export interface PolicyProblem {
  severity: "error" | "note";
  kind:
    | "reference"
    | "parameter"
    | "contradiction"
    | "unreachable"
    | "gap"
    | "overlap"
    | "unit"
    | "amount"
    | "worked-case"
    | "claiming"
    | "ceiling"
    | "text"
    | "published";
  where: string;
  /** In the file of `where`, where more can be told than its name: a JSON pointer. */
  pointer?: string;
  message: string;
}
