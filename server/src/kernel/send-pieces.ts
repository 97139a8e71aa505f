import { negotiate } from "@fastify/accept-negotiator";
import type { FastifyReply } from "fastify";
import { gzipPieces, joinPieces, type Piece } from "./gzip-pieces.ts";

/** Smaller answers fit into one packet anyway. */
export const COMPRESS_FROM = 2_048;

/** Sends the pieces as one text, compressed if the caller takes gzip and it is worth it. */
export function sendPieces(reply: FastifyReply, mediaType: string, pieces: readonly Piece[]): FastifyReply {
  reply.type(`${mediaType}; charset=utf-8`);
  const length = pieces.reduce((sum, piece) => sum + ("bytes" in piece ? piece.bytes.length : piece.length), 0);
  if (length < COMPRESS_FROM) return reply.send(joinPieces(pieces));
  reply.header("vary", "accept-encoding");
  if (negotiate(reply.request.headers["accept-encoding"] ?? "", ["gzip"]) === null)
    return reply.send(joinPieces(pieces));
  return reply.header("content-encoding", "gzip").send(gzipPieces(pieces));
}
