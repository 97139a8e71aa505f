import { buildUrl, send } from "./client.ts";

/** Downloads a file (for instance an Excel export) under the server's file name. POST if the download is recorded. */
export async function download(
  path: string,
  query: object = {},
  fallbackName = "download",
  method: "GET" | "POST" = "GET",
): Promise<void> {
  const response = await send(method, buildUrl(path, {}, query), undefined, { timeoutMs: 300_000 });
  await saveBlob(response, fallbackName);
}

/** Lets the browser save the file of an answer. */
export async function saveBlob(response: Response, fallbackName: string): Promise<void> {
  const name = fileName(response.headers.get("content-disposition")) ?? fallbackName;
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** File name of a `content-disposition` header; the UTF-8 form wins. */
export function fileName(header: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(header ?? "")?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/iu.exec(header ?? "")?.[1];
}
