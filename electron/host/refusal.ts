/** The host's own answers to requests no honest page sends. They need no words: only NO_SESSION reaches a person. */
export const refusalStatus = {
  BAD_REQUEST: 400,
  NO_SESSION: 401,
  WRONG_ORIGIN: 403,
  WRONG_SITE: 403,
  FORBIDDEN_METHOD: 403,
  NOTHING_HERE: 404,
  WRONG_METHOD: 405,
  BODY_TOO_LARGE: 413,
  NOT_JSON: 415,
  WRONG_HOST: 421,
} as const;
export type RefusalCode = keyof typeof refusalStatus;

/** `{ code }` with its status. */
export const refuse = (code: RefusalCode): Response =>
  Response.json({ code }, { status: refusalStatus[code] });
