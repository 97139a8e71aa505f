export type SheetErrorCode =
  | "sheet-empty"
  | "sheet-too-large"
  | "sheet-type"
  | "sheet-old-format"
  | "sheet-broken"
  | "sheet-bomb"
  | "sheet-hidden"
  | "sheet-too-many-rows"
  | "sheet-row-endless"
  | "sheet-columns-missing"
  | "sheet-columns-repeated";

/** Thrown when a whole file is refused. `message` is a Chinese sentence for the person who chose the file. */
export class SheetError extends Error {
  readonly code: SheetErrorCode;
  constructor(code: SheetErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SheetError";
    this.code = code;
  }
}
