/** Detects the real type of an uploaded file and checks that this place accepts it. */
export { checkUpload, type Media, type MediaKind, sniffMedia, UPLOAD_LIMITS, type UploadRefusal } from "./sniff.ts";
export { decodeText, detectTextEncoding, type TextEncodingName } from "./text.ts";
