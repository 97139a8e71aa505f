/** What an uploaded file really is, and whether this place takes it. */
export { checkUpload, type Media, type MediaKind, sniffMedia, UPLOAD_LIMITS, type UploadRefusal } from "./sniff.ts";
export { decodeText, detectTextEncoding, type TextEncodingName } from "./text.ts";
