/** Rotating sign-in codes, and QR codes as SVG. */
export { createSessionCodes, type SessionCodes } from "./session-code.ts";
export { qrSvg, type QrSvgOptions } from "./svg.ts";
