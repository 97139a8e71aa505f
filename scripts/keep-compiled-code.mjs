/**
 * Loaded before a command (`node --import`) that is to start quickly: what node compiles is kept beside the installed packages, and from the
 * second time on neither TypeScript nor its translator is read. A folder that can't be written only means that nothing is kept. In plain
 * JavaScript, since the translator would be loaded for this very file.
 */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
