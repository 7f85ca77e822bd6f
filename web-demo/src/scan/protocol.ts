// The messages between the page and the worker that decodes files. The command line has the same (cli/src/scan/mod.rs).

import type { Kind } from "./kind";

/** Maximum bytes of a file. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** Maximum pixels of a picture: the browser needs four bytes for each, 512 MiB together. */
export const MAX_PIXELS = 128 * 1024 * 1024;
/** Maximum pages of a document that are searched, from the first. */
export const MAX_PAGES = 100;
/** Maximum pages of the passes after the first, which are slower and find little. */
export const MAX_LATER_PAGES = 12;
/** Passes over the pages of a document. */
export const PASSES = 3;

/** Why a file, or a page of it, was not read. */
export type Problem =
  | { problem: "not-picture" | "file-too-large" | "password" | "wrong-password" | "encrypted" | "time" | "memory" | "crash" }
  | { problem: "foreign" | "unreadable"; kind: Kind }
  | { problem: "too-large"; kind: Kind; pixels: number };

export interface Request {
  bytes: ArrayBuffer;
  kind: Kind;
  /** The number of the pass over the pages, from 0. */
  pass: number;
  /** The first page, from 1. */
  from: number;
  /** Pages to leave out. */
  skip: number[];
  password: string;
}

/** A frame of the camera. */
export interface Frame {
  frame: ImageData;
}

/** The reports of the worker. A page that was begun and has no report of codes was not read. */
export type Event =
  | { pages: number }
  | { page: number }
  | { codes: string[] }
  | { failed: Problem }
  | { refused: Problem }
  | { end: true };
