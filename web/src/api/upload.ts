import { rightHeader } from "./acting-for.tsx";
import { changeHeaders } from "./client.ts";
import { randomUuid } from "@jinengtong/standards";
import { saveBlob } from "./download.ts";
import { NetworkError, readProblem } from "./problem.ts";

export interface UploadOptions {
  /** Other form fields sent before the file. */
  fields?: Record<string, string>;
  /** Sent part, 0 to 1. */
  onProgress?: (sent: number) => void;
  idempotencyKey?: string;
  /** Right by which the file is handed in for somebody else. */
  actingFor?: string | null;
  signal?: AbortSignal;
}

/** Uploads one file as multipart form data with progress. A retry with the same key stores it once. */
export async function upload<T>(url: string, file: Blob, options: UploadOptions = {}): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(options.fields ?? {})) form.append(name, value);
  form.append("file", file, file instanceof File ? file.name : "file");
  const headers = {
    ...rightHeader(options.actingFor),
    ...(await changeHeaders("POST", options.idempotencyKey ?? randomUuid())),
  };
  const response = await sendForm(url, form, headers, options);
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as T;
}

/** Uploads one file and saves the one that is answered, under the server's name or else `fallbackName`. */
export async function uploadForFile(url: string, file: File, fallbackName: string): Promise<void> {
  const form = new FormData();
  form.append("file", file, file.name);
  const headers = await changeHeaders("POST", randomUuid());
  const response = await fetch(url, { method: "POST", body: form, headers }).catch(() => {
    throw new NetworkError(navigator.onLine ? "unreachable" : "offline");
  });
  if (!response.ok) throw await readProblem(response);
  await saveBlob(response, fallbackName);
}

function sendForm(
  url: string,
  form: FormData,
  headers: Record<string, string>,
  options: UploadOptions,
): Promise<Response> {
  // fetch cannot report how much of a body has been sent; XMLHttpRequest can.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const contentType = request.getResponseHeader("content-type") ?? "";
      const body = request.status === 204 ? null : request.responseText;
      resolve(new Response(body, { status: request.status, headers: { "content-type": contentType } }));
    });
    request.addEventListener("error", () => reject(new NetworkError(navigator.onLine ? "unreachable" : "offline")));
    request.addEventListener("abort", () => reject(new DOMException("upload stopped", "AbortError")));
    options.signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
