/*
 * Rastau for C: verifies, offline, the recognition documents of Kazakhstan's Law No. 14-VIII "On professional
 * qualifications" against a signed snapshot of the register. Guide with examples: docs/c.md. Licence: MIT or Apache-2.0.
 *
 * This file is made by cbindgen from ffi/src; change it there.
 *
 * IN SHORT
 *     rastau_verifier_open(path, strlen(path), &opening, &verifier, &error);
 *     rastau_verifier_verify(verifier, scanned, strlen(scanned), &question, &verdict, &error);
 *     rastau_verdict_outcome(verdict, &outcome);
 *     if (outcome == RASTAU_OUTCOME_VALID) ...
 *
 * ERRORS. A function that can fail returns a status: RASTAU_OK (0), or one of RASTAU_STATUS_..., whose numbers are never
 *     reused. Do not ignore it: outputs are written on success only, and are left as they were otherwise.
 *     `rastau_error **error` is the exception: it is optional (NULL), and is written on failure only, with a handle that
 *     can tell more. There is no "last error" and no global state. A document that is not valid is no error; an input
 *     that cannot be read is one. A fault inside the library is caught and becomes RASTAU_STATUS_PANIC.
 *
 * POINTERS. NULL where something must be there gives RASTAU_STATUS_BAD_POINTER, and so does a misaligned pointer; NULL is
 *     fine for an input of length 0. A length that is absurd gives a status and nothing is read. What cannot be checked is
 *     the caller's duty: as many bytes as the length says, handles that live, outputs that do not overlap one another.
 *
 * TEXTS are UTF-8, given and returned as pointer and length. Behind every text that is returned stands a NUL that does
 *     not count, for printing; inputs need none.
 *
 * OWNERSHIP. What comes through a `rastau_xxx **` is yours: free it with `rastau_xxx_free`, once; NULL may be freed.
 *     What comes through a `const char **` or `const uint8_t **` belongs to its handle and lives as long as that.
 *     Inputs are borrowed for the time of the call.
 *
 * THREADS. A verifier, a verdict, a buffer and an error never change: any number of threads may read the same handle at
 *     once, without locks. Freeing is the one thing that must wait until the others are done.
 *
 * MEMORY. After opening, verifying allocates no more than RASTAU_MAX_VERIFY_BYTES at a time and keeps no more than
 *     RASTAU_MAX_KEPT_BYTES of pages, however large the register is. If the system has no memory at all, the process ends,
 *     as with any Rust library.
 *
 * TIME is always an argument: the library reads no clock. STRUCTS begin with their size; zero them first:
 *     rastau_opening opening = {.size = sizeof opening};
 */

#ifndef RASTAU_H
#define RASTAU_H

#include <stddef.h>
#include <stdint.h>

#define RASTAU_VERSION_MAJOR 0
#define RASTAU_VERSION_MINOR 1
#define RASTAU_VERSION_PATCH 0

// The input is empty.
#define RASTAU_STATUS_INPUT_EMPTY 1

// The input is longer than any document can be.
#define RASTAU_STATUS_INPUT_TOO_LONG 2

// The input is neither the text of a recognition document nor a form.
#define RASTAU_STATUS_INPUT_NOT_A_DOCUMENT 3

// The document has a newer format than this program reads; update Rastau.
#define RASTAU_STATUS_INPUT_UNKNOWN_VERSION 4

// The text of the document is truncated or altered; scan it again.
#define RASTAU_STATUS_INPUT_CUT_OFF 5

// The document is not in the expected format.
#define RASTAU_STATUS_INPUT_MALFORMED 6

// The form is not a JSON object with the expected fields.
#define RASTAU_STATUS_FORM_MALFORMED 7

// A field of the form has an impossible value.
#define RASTAU_STATUS_FORM_FIELD 8

// A verification code has 17 letters and digits.
#define RASTAU_STATUS_CODE_LENGTH 20

// The verification code contains a character that no code has.
#define RASTAU_STATUS_CODE_CHARACTER 21

// The check character of the verification code does not match; it was mistyped.
#define RASTAU_STATUS_CODE_CHECK 22

// An IIN or BIN has exactly 12 digits.
#define RASTAU_STATUS_IDENTITY_DIGITS 60

// The number is neither an IIN nor a BIN.
#define RASTAU_STATUS_IDENTITY_KIND 61

// The first digits of the number are not a date.
#define RASTAU_STATUS_IDENTITY_DATE 62

// The check digit of the number does not match; it was mistyped.
#define RASTAU_STATUS_IDENTITY_CHECK 63

// A signed file of the bundle is not in the expected format.
#define RASTAU_STATUS_BUNDLE_MALFORMED 100

// A file of the bundle has too few valid signatures.
#define RASTAU_STATUS_BUNDLE_SIGNATURES 101

// The bundle belongs to another register than the trust root.
#define RASTAU_STATUS_BUNDLE_FOREIGN 102

// A role of the trust root has an impossible threshold or set of keys.
#define RASTAU_STATUS_BUNDLE_ROLES 103

// The chain of trust roots skips a version or is too long.
#define RASTAU_STATUS_BUNDLE_CHAIN 104

// The trust root has expired; get a bundle with a newer one.
#define RASTAU_STATUS_BUNDLE_ROOT_EXPIRED 105

// The bundle is older than one that was accepted before.
#define RASTAU_STATUS_BUNDLE_ROLLBACK 106

// The bundle has an accepted version with other content; report this.
#define RASTAU_STATUS_BUNDLE_OTHER_CONTENT 107

// The files of the bundle do not belong together.
#define RASTAU_STATUS_BUNDLE_MIXED_UP 108

// The bundle lacks a part of the register that was present before.
#define RASTAU_STATUS_BUNDLE_SEGMENT_VANISHED 109

// The list of segments of the bundle is inconsistent.
#define RASTAU_STATUS_BUNDLE_SEGMENTS 110

// The file is not a Rastau bundle, or it is truncated.
#define RASTAU_STATUS_BUNDLE_FILE 112

// A part of the bundle file is larger than allowed.
#define RASTAU_STATUS_BUNDLE_FILE_TOO_LARGE 113

// A file of the bundle is missing or cannot be read.
#define RASTAU_STATUS_DISK_FILE 120

// A file is larger than any file of a bundle can be.
#define RASTAU_STATUS_DISK_TOO_LARGE 121

// The file or directory is not a Rastau bundle.
#define RASTAU_STATUS_DISK_NOT_A_BUNDLE 122

// A segment of the bundle is truncated or differs from the signed one.
#define RASTAU_STATUS_DISK_SEGMENT 123

// The source of the update lacks a file that every bundle has.
#define RASTAU_STATUS_SOURCE_NOT_THERE 124

// The source of the update could not be read; try again.
#define RASTAU_STATUS_SOURCE 125

// The disk is full; the accepted bundle is unchanged, free some space.
#define RASTAU_STATUS_DISK_FULL 126

// The disk or directory is read-only; the accepted bundle is unchanged.
#define RASTAU_STATUS_DISK_READ_ONLY 127

// A file could not be written; the accepted bundle is unchanged.
#define RASTAU_STATUS_DISK_WRITE 128

// Another process is updating the device; try again later.
#define RASTAU_STATUS_DEVICE_BUSY 129

// The trusted state of the device is damaged or missing, so a rollback could not be detected; set up a new directory.
#define RASTAU_STATUS_DEVICE_MEMORY_LOST 130

// The directory of the device has no bundle yet; update it first.
#define RASTAU_STATUS_DEVICE_EMPTY 131

// The directory contains other files; name a new or an empty one for the device.
#define RASTAU_STATUS_NOT_A_DEVICE 132

// The trust root differs from the one that the device was set up with.
#define RASTAU_STATUS_DEVICE_OTHER_ROOT 133

// No rule has this id.
#define RASTAU_STATUS_RULE_UNKNOWN 140

// The facts are not a JSON object.
#define RASTAU_STATUS_FACTS_NOT_AN_OBJECT 141

// The facts are not JSON.
#define RASTAU_STATUS_FACTS_MALFORMED 142

// A fact has an impossible value, or the rule has no such fact.
#define RASTAU_STATUS_FACTS_FIELD 143

// The text is longer than the act can be.
#define RASTAU_STATUS_ACT_TOO_LONG 150

// The text contains no article of the act in English.
#define RASTAU_STATUS_ACT_NO_ARTICLE 151

// A required pointer is NULL, or is not aligned.
#define RASTAU_STATUS_BAD_POINTER 200

// A length is larger than the function allows.
#define RASTAU_STATUS_BAD_LENGTH 201

// A text is not UTF-8.
#define RASTAU_STATUS_NOT_UTF8 202

// The size field of a struct is not one that this library knows.
#define RASTAU_STATUS_BAD_SIZE 203

// No language has this number.
#define RASTAU_STATUS_BAD_LANGUAGE 204

// A number has no meaning for this argument.
#define RASTAU_STATUS_BAD_NUMBER 205

// A day is not written as YYYY-MM-DD, or does not exist.
#define RASTAU_STATUS_BAD_DATE 206

// A time is before 1970 or after the year 9999.
#define RASTAU_STATUS_BAD_TIME 207

// An index is out of range.
#define RASTAU_STATUS_BAD_INDEX 208

// No trust root was given; it comes with the device, not with the bundle.
#define RASTAU_STATUS_TRUST_ROOT_NEEDED 209

// The stored trusted state is damaged; without it a rollback cannot be detected.
#define RASTAU_STATUS_BAD_STATE 210

// The calendar of working days in the bundle cannot be read; copy the bundle again.
#define RASTAU_STATUS_BAD_CALENDAR 211

// The library has a fault, which was caught; please report it.
#define RASTAU_STATUS_PANIC 250

// An argument is not what the function expects.
#define RASTAU_STATUS_JS_ARGUMENT 300

// A page of the bundle is missing or differs from the signed one.
#define RASTAU_STATUS_JS_PAGE 301


// The version of this interface. It is raised when something that worked no longer does; additions do not raise it.
#define RASTAU_ABI_VERSION 1

// Bytes of a page, as a page reader fills it.
#define RASTAU_PAGE_SIZE 4096

// Pages are kept in memory as they are met, up to this many bytes for a verifier's whole life, whatever the size of the
// register and the number of verifications.
#define RASTAU_MAX_KEPT_BYTES 1179648

// One verification, its verdict included, never holds more than this many bytes at a time beside the kept pages.
#define RASTAU_MAX_VERIFY_BYTES 262144

// Kazakh.
#define RASTAU_LANG_KK 1

// Russian.
#define RASTAU_LANG_RU 2

// English.
#define RASTAU_LANG_EN 3

// Every required check is satisfied. There is no outcome 0: a forgotten variable never says "valid".
#define RASTAU_OUTCOME_VALID 1

// At least one check is violated.
#define RASTAU_OUTCOME_INVALID 2

// No check is violated, and at least one could not be decided. Never treat it as valid.
#define RASTAU_OUTCOME_INDETERMINATE 3

// A check holds.
#define RASTAU_FINDING_SATISFIED 1

// A check does not hold.
#define RASTAU_FINDING_VIOLATED 2

// A check could not be decided; its text says what was missing.
#define RASTAU_FINDING_UNDETERMINED 3

// Two defensible readings of the Law differ on this date.
#define RASTAU_FINDING_CONTESTABLE 4

// There is nothing to check, or an earlier check already failed.
#define RASTAU_FINDING_NOT_APPLICABLE 5

// The next update is not due yet.
#define RASTAU_FRESHNESS_CURRENT 1

// The next update is overdue by no more than the grace.
#define RASTAU_FRESHNESS_LATE 2

// Overdue by more, though the register's keeper still stands by the data.
#define RASTAU_FRESHNESS_STALE 3

// Past the day until which the keeper stands by the data. Never decides, whatever the policy says.
#define RASTAU_FRESHNESS_EXPIRED 4

// A finding's stable name, like `register.listed`; the same in every language.
#define RASTAU_PART_ID 1

// What was checked.
#define RASTAU_PART_TITLE 2

// What came out, and what was compared.
#define RASTAU_PART_TEXT 3

// What to do; empty where there is nothing to do.
#define RASTAU_PART_ADVICE 4

// The provision of the Law or the standard that the check rests on.
#define RASTAU_PART_SOURCE 5

// A segment of issued documents, as a page reader is asked for it.
#define RASTAU_SEGMENT_DOCUMENTS 1

// A segment of cancellations.
#define RASTAU_SEGMENT_STATUS 2

// A segment of the keeper's tables.
#define RASTAU_SEGMENT_TABLES 3

// A segment of the National Chamber's tables.
#define RASTAU_SEGMENT_CENTRES 4

// The device has its first bundle.
#define RASTAU_CHANGE_FIRST 1

// A newer bundle, freshness note or trust root is in service.
#define RASTAU_CHANGE_NEWER 2

// The source has nothing newer; what was damaged on the device has been replaced.
#define RASTAU_CHANGE_MENDED 3

// The source has nothing newer.
#define RASTAU_CHANGE_NOTHING 4

// Success: the outputs are written.
#define RASTAU_OK 0

// Bytes or a text that a call made. Free it with `rastau_buffer_free`.
typedef struct rastau_buffer rastau_buffer;

// Why a call failed, in detail. Free it with `rastau_error_free`.
typedef struct rastau_error rastau_error;

// What came out of a verification. May be read by several threads. Free it with `rastau_verdict_free`.
typedef struct rastau_verdict rastau_verdict;

// A bundle taken into use. It never changes: any number of threads may use it at once. Free it with
// `rastau_verifier_free`, when no thread uses it any more.
typedef struct rastau_verifier rastau_verifier;

// What a caller accepts. Without one: late knowledge decides, with a grace of seven days.
typedef struct rastau_policy {
    // `sizeof(rastau_policy)`.
    size_t size;
    // The oldest knowledge that still decides: one of `RASTAU_FRESHNESS_CURRENT`, `_LATE`, `_STALE`.
    int32_t accept;
    // 0.
    int32_t reserved;
    // Seconds after a missed update during which knowledge counts as merely late; 604800 is a week.
    int64_t grace_seconds;
} rastau_policy;

// What is needed to take a bundle into use.
typedef struct rastau_opening {
    // `sizeof(rastau_opening)`.
    size_t size;
    // The trust root that came with the device or program, never with the bundle. Must be there.
    const uint8_t *trust_root;
    // Its bytes.
    size_t trust_root_len;
    // What `rastau_verifier_state` gave when a bundle was last taken into use; NULL the first time. It is what keeps
    // an older bundle from being taken for a new one.
    const uint8_t *state;
    // Its bytes.
    size_t state_len;
    // The device's clock: seconds since 1970-01-01T00:00:00Z, 0 included.
    int64_t now;
    // What is accepted; NULL for late knowledge with a week's grace.
    const struct rastau_policy *policy;
} rastau_opening;

// One trust root of a bundle's chain.
typedef struct rastau_root_file {
    // The number in its file name, `roots/VERSION.cose`.
    uint64_t version;
    // The file.
    const uint8_t *data;
    // Its bytes.
    size_t len;
} rastau_root_file;

// The small signed files of a bundle, for `rastau_verifier_open_pages`. They are copied.
typedef struct rastau_statements {
    // `sizeof(rastau_statements)`.
    size_t size;
    // The files of `roots/`, by ascending version.
    const struct rastau_root_file *roots;
    // How many.
    size_t root_count;
    // The file `manifest.cose`.
    const uint8_t *manifest;
    // Its bytes.
    size_t manifest_len;
    // The file `centres.cose`.
    const uint8_t *centres;
    // Its bytes.
    size_t centres_len;
    // The file `fresh.cose`.
    const uint8_t *fresh;
    // Its bytes.
    size_t fresh_len;
} rastau_statements;

// Reads one page of a segment from wherever the caller keeps it: flash, a raw partition, an encrypted file.
//
// `user` is what was given with the reader; `segment_kind` is one of `RASTAU_SEGMENT_…`; `root` are the 32 bytes whose
// hexadecimal digits are the segment's file name. The function fills `out` with the 4096 bytes at `page * 4096` and
// returns 0; anything else means that the page cannot be had, and the verdict then says so. Every page is authenticated
// by the library, so a wrong one can spoil an answer and never forge one. It may be called by several threads at once if
// the verifier is used by several, and may not call back into the same verifier, throw an exception or jump out.
typedef int32_t (*rastau_page_reader)(void *user,
                                      int32_t segment_kind,
                                      uint32_t segment_serial,
                                      const uint8_t *root,
                                      uint32_t page,
                                      uint8_t *out);

// How a device is brought up to date.
typedef struct rastau_update {
    // `sizeof(rastau_update)`.
    size_t size;
    // The trust root that came with the device, never with the bundle: the same at every update, also when the register
    // has newer roots by then. Must be there.
    const uint8_t *trust_root;
    // Its bytes.
    size_t trust_root_len;
    // The device's clock: seconds since 1970-01-01T00:00:00Z, 0 included.
    int64_t now;
    // 1 if the clock had run ahead and a person has put it right: what the device remembers of it is forgotten. Else 0.
    int32_t clock_put_right;
    // 1 to wait for another process that is updating the device, 0 to be told that it is busy.
    int32_t wait;
} rastau_update;

// What is asked about a document.
typedef struct rastau_question {
    // `sizeof(rastau_question)`.
    size_t size;
    // The device's clock: seconds since 1970-01-01T00:00:00Z, 0 included.
    int64_t now;
    // The day asked about, `YYYY-MM-DD`; NULL for today in Kazakhstan.
    const char *on;
    // Its bytes: 10, or 0 with NULL.
    size_t on_len;
} rastau_question;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// === The library ===
//
// The version of the library, `0.1.0`; NUL-terminated, never NULL, lives for ever.
const char *rastau_version(void);

// The version of the interface. A program that loads the library by name compares it with `RASTAU_ABI_VERSION`.
uint32_t rastau_abi_version(void);

// What a status means, in English, for logs; NUL-terminated, never NULL, lives for ever. For people, and with what exactly
// was wrong, use `rastau_error_text`.
const char *rastau_status_text(int32_t status);

// === Taking a bundle into use ===
//
// Opens a bundle on disk: a published folder or a `.rastau` file. The path is UTF-8. Its files are mapped, not read: they may
// be replaced as a whole (by renaming), and must not be written to while the verifier lives. No page is read, so that
// opening takes the same time whatever the register's size.
int32_t rastau_verifier_open(const char *path,
                             size_t path_len,
                             const struct rastau_opening *how,
                             struct rastau_verifier **verifier,
                             struct rastau_error **error);

// Opens a `.rastau` file that is in memory. The bytes are copied and may be freed at once; where they are many, give a page
// reader instead.
int32_t rastau_verifier_open_memory(const uint8_t *data,
                                    size_t data_len,
                                    const struct rastau_opening *how,
                                    struct rastau_verifier **verifier,
                                    struct rastau_error **error);

// Opens a bundle whose statements are given and whose pages the caller reads. `user` is handed to the reader as it is and
// must be good for it until the verifier is freed; everything else is copied.
int32_t rastau_verifier_open_pages(const struct rastau_statements *files,
                                   rastau_page_reader reader,
                                   void *user,
                                   const struct rastau_opening *how,
                                   struct rastau_verifier **verifier,
                                   struct rastau_error **error);

// Opens what is in service in a device's folder, and remembers the time that the clock shows. The trust root, and what keeps
// an older bundle out, are in the folder. `policy` may be NULL. What was opened goes on answering while updates come and go;
// open again to answer from the newer bundle.
int32_t rastau_verifier_open_device(const char *folder,
                                    size_t folder_len,
                                    int64_t now,
                                    const struct rastau_policy *accept,
                                    struct rastau_verifier **verifier,
                                    struct rastau_error **error);

// Brings a device's folder up to date from a published folder or a `.rastau` file, on a stick, say. The folder need not be
// there the first time. Everything is checked before anything is taken into service; whatever goes wrong, and whenever the
// power fails, what was in service stays. `change` says what came of it: one of `RASTAU_CHANGE_...`.
int32_t rastau_device_update(const char *folder,
                             size_t folder_len,
                             const char *source,
                             size_t source_len,
                             const struct rastau_update *how,
                             int32_t *change,
                             struct rastau_error **error);

// The oldest trust root that a bundle on disk brings itself. For setting a device up, with a person who compares its
// SHA-256 with a published one, and for trying things out. NEVER feed it back as the trust root of the same bundle in real
// use: whoever forges a bundle forges its root too.
int32_t rastau_bundle_root(const char *path,
                           size_t path_len,
                           struct rastau_buffer **root,
                           struct rastau_error **error);

// What to remember, and to give as `state` at the next opening: some hundred bytes. Write it to disk before the old bundle
// is removed. Lives as long as the verifier.
int32_t rastau_verifier_state(const struct rastau_verifier *verifier,
                              const uint8_t **state,
                              size_t *state_len);

// Which register and version it is, as of when, until when, and what is wrong with its files, as JSON. Lives as long as the
// verifier.
int32_t rastau_verifier_info_json(const struct rastau_verifier *verifier,
                                  const char **json,
                                  size_t *json_len);

// Frees a verifier; NULL is nothing to do. Its verdicts live on.
void rastau_verifier_free(struct rastau_verifier *verifier);

// === Verifying ===
//
// Whether a text can be read as a document or a form, without any bundle: what a scanner or a form should tell at once.
int32_t rastau_input_check(const char *input,
                           size_t input_len,
                           struct rastau_error **error);

// Verifies a document's text (`RST1:…`, as scanned) or a form typed from paper (a JSON object). A scanner's line feed at the
// end does no harm. A document that is not good is no error: that is what the verdict says.
int32_t rastau_verifier_verify(const struct rastau_verifier *verifier,
                               const char *input,
                               size_t input_len,
                               const struct rastau_question *question,
                               struct rastau_verdict **verdict,
                               struct rastau_error **error);

// === Verdicts ===
//
// One of `RASTAU_OUTCOME_…`. Only `RASTAU_OUTCOME_VALID` says yes.
int32_t rastau_verdict_outcome(const struct rastau_verdict *verdict,
                               int32_t *outcome);

// The instant whose knowledge the verdict rests on: seconds since 1970-01-01T00:00:00Z.
int32_t rastau_verdict_as_of(const struct rastau_verdict *verdict,
                             int64_t *as_of);

// The day that the verdict is about, `YYYY-MM-DD`. Lives as long as the verdict.
int32_t rastau_verdict_evaluated_on(const struct rastau_verdict *verdict,
                                    const char **day,
                                    size_t *day_len);

// How old the knowledge is: one of `RASTAU_FRESHNESS_…`.
int32_t rastau_verdict_freshness(const struct rastau_verdict *verdict,
                                 int32_t *freshness);

// The answer in a sentence or two: the outcome, the day, and what decided it. Lives as long as the verdict.
int32_t rastau_verdict_headline(const struct rastau_verdict *verdict,
                                int32_t language,
                                const char **text,
                                size_t *text_len);

// The document's fields as far as they are known, one `label: value` a line. Lives as long as the verdict.
int32_t rastau_verdict_summary(const struct rastau_verdict *verdict,
                               int32_t language,
                               const char **text,
                               size_t *text_len);

// The whole verdict as one line of JSON (docs/rastau.schema.json), the same bytes as from every other binding. Lives as long
// as the verdict.
int32_t rastau_verdict_json(const struct rastau_verdict *verdict,
                            const char **json,
                            size_t *json_len);

// How many findings there are: every check is one, satisfied or not, always in the same order.
int32_t rastau_verdict_finding_count(const struct rastau_verdict *verdict,
                                     size_t *count);

// The stable number of a finding's check, 1001 and above.
int32_t rastau_verdict_finding_code(const struct rastau_verdict *verdict,
                                    size_t index,
                                    int32_t *code);

// How a check came out: one of `RASTAU_FINDING_…`.
int32_t rastau_verdict_finding_outcome(const struct rastau_verdict *verdict,
                                       size_t index,
                                       int32_t *outcome);

// One of the texts of a finding, `RASTAU_PART_…`. Lives as long as the verdict.
int32_t rastau_verdict_finding_text(const struct rastau_verdict *verdict,
                                    size_t index,
                                    int32_t part,
                                    int32_t language,
                                    const char **text,
                                    size_t *text_len);

// Frees a verdict with all its texts; NULL is nothing to do.
void rastau_verdict_free(struct rastau_verdict *verdict);

// === The Law ===
//
// Asks a rule of the Law, like `art22.p1.appeal-window`, with facts as a JSON object; answers with one line of JSON, the same
// bytes as from `rastau rule`. Working days are counted by the calendar of the verifier's bundle, or by the built-in one
// where `verifier` is NULL.
int32_t rastau_rule_answer(const struct rastau_verifier *verifier,
                           const char *rule,
                           size_t rule_len,
                           const char *facts,
                           size_t facts_len,
                           struct rastau_buffer **json,
                           struct rastau_error **error);

// Asks like `rastau_rule_answer`, and answers in words, one thing a line: what came out, why, what to do.
int32_t rastau_rule_explain(const struct rastau_verifier *verifier,
                            const char *rule,
                            size_t rule_len,
                            const char *facts,
                            size_t facts_len,
                            int32_t language,
                            struct rastau_buffer **words,
                            struct rastau_error **error);

// Every rule with its article, what it says, and facts to try, as one line of JSON: that of `rastau rules --json`.
int32_t rastau_rules_json(struct rastau_buffer **json,
                          struct rastau_error **error);

// === Identity numbers ===
//
// What an IIN or BIN is, or why it is none, as one line of JSON: that of `rastau id --json`. A number that is none is no
// error.
int32_t rastau_identity_check(const char *number,
                              size_t number_len,
                              struct rastau_buffer **json,
                              struct rastau_error **error);

// The same in a sentence.
int32_t rastau_identity_explain(const char *number,
                                size_t number_len,
                                int32_t language,
                                struct rastau_buffer **words,
                                struct rastau_error **error);

// === Buffers and errors ===
//
// The first byte of a buffer; a NUL that does not count stands behind the last. NULL for NULL. For bytes (a trust root, a state)
// cast it to `const uint8_t *`.
const char *rastau_buffer_data(const struct rastau_buffer *buffer);

// How many bytes a buffer has. 0 for NULL.
size_t rastau_buffer_length(const struct rastau_buffer *buffer);

// Frees a buffer; NULL is nothing to do.
void rastau_buffer_free(struct rastau_buffer *buffer);

// The status that came with an error. `RASTAU_STATUS_BAD_POINTER` for NULL.
int32_t rastau_error_status(const struct rastau_error *error);

// What happened and what to do, in one sentence. Errors about an input, a bundle, a device's disk or the facts of a rule
// are in the language asked; those about the use of this library are in English. Lives as long as the error.
int32_t rastau_error_text(const struct rastau_error *error,
                          int32_t language,
                          const char **text,
                          size_t *text_len);

// `{"error":{"code":N,"message":"…"}}`, the line that `rastau rule --facts -` prints. Lives as long as the error.
int32_t rastau_error_json(const struct rastau_error *error,
                          const char **json,
                          size_t *json_len);

// Frees an error; NULL is nothing to do.
void rastau_error_free(struct rastau_error *error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* RASTAU_H */
