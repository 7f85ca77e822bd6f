// The codes of the package's errors that the page tells apart.

export const MALFORMED = 100;
export const TOO_FEW_SIGNATURES = 101;
export const FOREIGN_REGISTER = 102;
export const BAD_ROLES = 103;
export const BROKEN_CHAIN = 104;
export const ROOT_EXPIRED = 105;
export const ROLLBACK = 106;
export const SAME_VERSION_OTHER_CONTENT = 107;
export const MIXED_UP = 108;
export const SEGMENT_VANISHED = 109;
export const BAD_SEGMENTS = 110;
export const NOT_A_BUNDLE = 112;
export const TOO_LARGE = 113;
export const BAD_PAGE = 301;
