/**
 * The one spelling of a path that either host accepts: plain segments, no escapes, no dot segments, no empty ones.
 * Decoding and normalising are where traversal lives, so nothing here ever needs either.
 */
const plainPath = /^\/(?:[A-Za-z0-9_@+~-][A-Za-z0-9._@+~-]*(?:\/[A-Za-z0-9_@+~-][A-Za-z0-9._@+~-]*)*)?$/;
export const isPlainPath = (path: string): boolean => path.length <= 512 && plainPath.test(path);

/** Paths that carry data and therefore need a session. */
export const isDataPath = (path: string): boolean =>
  /^\/(?:rpc|uploads|blobs|outgoing|session)(?:\/|$)/.test(path);

/** A screen's address: like a file's, but without an ending; `SLO4` and `1.2` are codes, `x.js` is a file. */
const screenPath = /^\/(?:[A-Za-z0-9_-]+(?:\.[0-9]+)*(?:\/[A-Za-z0-9_-]+(?:\.[0-9]+)*)*)?$/;
export const isScreenPath = (path: string): boolean => screenPath.test(path) && !isDataPath(path);
