/** Entries of a ZIP archive, read from its directory without unpacking. */
export { readZipDirectory, type ZipEntry } from "./directory.ts";
