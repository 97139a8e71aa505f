/** The part of autocannon that the benchmarks use; it ships without types. */
declare module "autocannon" {
  interface Request {
    method?: string;
    path: string;
    body?: string;
    headers: Record<string, string>;
  }
  interface Client {
    setRequests(requests: Request[]): void;
  }
  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    setupClient?: (client: Client) => void;
  }
  interface Result {
    duration: number;
    requests: { total: number };
    latency: { p50: number; p99: number; max: number };
    non2xx: number;
    errors: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
