/** What a ZIP archive says it holds, read without unpacking it. */
export { readZipDirectory, type ZipEntry } from "./directory.ts";
