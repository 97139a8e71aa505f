/** Entries of a ZIP archive, read from its directory without unpacking, and single files of it. */
export { openZipEntry, readZipDirectory, type ZipEntry } from "./directory.ts";
