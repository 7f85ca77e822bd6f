/* Replays the transcripts of updates through the C library: updates CORPUS FOLDER
 *
 * Each one is driven through a session twice, 500 bytes at a time and in whole files, with a new device below FOLDER.
 * The questions, their order and the result must match the transcript. A transcript without a pinned root cannot be
 * expressed: the interface requires one. Its result has no source_is_behind and no needs_newer_program. */
#include <inttypes.h>

#include "support.h"

static size_t replays, not_expressible, wrong;

static void expect(bool holds, const char *transcript, const char *what, const char *found, const char *expected) {
    if (holds) return;
    wrong++;
    fprintf(stderr, "%s: %s: found %s, expected %s\n", transcript, what, found, expected);
}

static void same(const char *transcript, const char *what, const char *found, const char *expected) {
    expect(strcmp(found, expected) == 0, transcript, what, found, expected);
}

static void same_number(const char *transcript, const char *what, uint64_t found, uint64_t expected) {
    char left[24], right[24];
    snprintf(left, sizeof left, "%" PRIu64, found);
    snprintf(right, sizeof right, "%" PRIu64, expected);
    same(transcript, what, left, right);
}

/* Returns the number of `"name": number`, or `otherwise` if there is no such field. */
static uint64_t number(const char *json, const char *name, uint64_t otherwise) {
    char *text = field(json, name);
    uint64_t value = text == NULL ? otherwise : strtoull(text, NULL, 10);
    free(text);
    return value;
}

static bool is_true(const char *json, const char *name) {
    char *text = field(json, name);
    bool found = text != NULL && strcmp(text, "true") == 0;
    free(text);
    return found;
}

/* The bytes that the source sends instead of a status, from `at` on. */
typedef struct {
    bytes file;
    uint64_t at;
    bool breaks_off;
} body;

static body read_body(const char *corpus, const char *step) {
    body sent = {{field(step, "text"), 0}, number(step, "at", 0), false};
    char *name = field(step, "file");
    if (name != NULL) {
        sent.file = need_file(corpus, name);
        uint64_t cut = number(step, "cut", UINT64_MAX), flip = number(step, "flip", UINT64_MAX);
        if (flip < sent.file.len) sent.file.data[flip] ^= 1;
        sent.breaks_off = cut < sent.file.len;
        if (sent.breaks_off) sent.file.len = cut;
    } else if (sent.file.data != NULL) {
        sent.file.len = strlen(sent.file.data);
    } else {
        sent.file.len = number(step, "length", 0);
        sent.file.data = malloc(sent.file.len + 1);
        memset(sent.file.data, (int)number(step, "byte", 0), sent.file.len);
    }
    free(name);
    return sent;
}

/* Passes the answer of a step to the session, `chunk` bytes at a time. Returns the status of the call that ends it. */
static int32_t give(rastau_session *session, const char *corpus, const char *step, size_t chunk, rastau_error **error) {
    uint64_t status = number(step, "status", 0);
    if (status != 0) return rastau_session_status(session, (uint16_t)status, error);
    body sent = read_body(corpus, step);
    const uint8_t *data = (const uint8_t *)sent.file.data;
    for (uint64_t at = sent.at; at < sent.file.len;) {
        size_t len = sent.file.len - at < chunk ? sent.file.len - at : chunk;
        need(rastau_session_take(session, data + at, len, at, error), "take", *error);
        at += len;
    }
    free(sent.file.data);
    int32_t ended = rastau_session_end(session, error);
    if (!sent.breaks_off || ended != RASTAU_STATUS_SOURCE) return ended;
    /* The received bytes are stored, and the next question says where to continue. */
    rastau_error_free(*error);
    *error = NULL;
    return RASTAU_OK;
}

/* Returns the summary of the bundle in service, or the status of the device that has none. */
static int32_t in_service(const char *device, int64_t now, char **info) {
    rastau_verifier *verifier = NULL;
    int32_t status = rastau_verifier_open_device(device, strlen(device), now, NULL, &verifier, NULL);
    *info = NULL;
    const char *json;
    size_t len;
    if (status == RASTAU_OK) need(rastau_verifier_info_json(verifier, &json, &len), "info", NULL), *info = strdup(json);
    rastau_verifier_free(verifier);
    return status;
}

static int32_t change_of(const char *name) {
    const char *names[] = {"first", "newer", "mended", "nothing"};
    for (int32_t i = 0; i < 4; i++)
        if (name != NULL && strcmp(name, names[i]) == 0) return RASTAU_CHANGE_FIRST + i;
    stop("not a change", name == NULL ? "null" : name);
    return 0;
}

/* Compares the error that ended an update; `last` is the file that was asked for last. */
static void compare_error(const char *name, const char *result, int32_t status, const rastau_error *error, const char *last) {
    bool closed = is_true(result, "closed");
    uint64_t expected = closed ? RASTAU_STATUS_DEVICE_CLOSED_BY_UPDATE : number(result, "error", 0);
    same_number(name, "error", (uint64_t)status, expected);
    const char *text = "";
    size_t len = 0;
    rastau_error_text(error, RASTAU_LANG_EN, &text, &len);
    /* One error states both that the bundle is closed and why there is no newer one. */
    if (closed) expect(strstr(text, last) != NULL, name, "text of the error", text, last);
}

/* Compares the result of an update with the transcript. */
static void compare(const char *name, const char *result, const char *device, int64_t now, const char *before,
                    const rastau_want *end, int32_t change) {
    char *info = NULL, *changed = field(result, "change"), *checked_at = field(result, "checked_at");
    int32_t status = in_service(device, now, &info);
    if (changed != NULL) {
        same_number(name, "change", (uint64_t)change, (uint64_t)change_of(changed));
        same_number(name, "closes_service", (uint64_t)end->closes_service, 0);
        same_number(name, "open", (uint64_t)status, RASTAU_OK);
        const char *found = info == NULL ? "" : info;
        same_number(name, "epoch", number(found, "epoch", 0), number(result, "epoch", 0));
        same_number(name, "version", number(found, "version", 0), number(result, "version", 0));
        char *found_at = field(found, "checked_at");
        same(name, "checked_at", found_at == NULL ? "null" : found_at, checked_at);
        free(found_at);
    } else {
        bool closed = is_true(result, "closed");
        same_number(name, "want", (uint64_t)end->kind, RASTAU_WANT_FAILED);
        same_number(name, "closes_service", (uint64_t)end->closes_service, closed);
        /* The bundle in service is unchanged; opening it reports whether it is closed. */
        int32_t opened = closed           ? RASTAU_STATUS_DEVICE_CLOSED
                         : before == NULL ? RASTAU_STATUS_DEVICE_EMPTY
                                          : RASTAU_OK;
        same_number(name, "open", (uint64_t)status, (uint64_t)opened);
        if (opened == RASTAU_OK) same(name, "in service", info == NULL ? "null" : info, before);
    }
    free(info), free(changed), free(checked_at);
}

/* Drives a session by the steps of a transcript, and compares. */
static void drive(const char *corpus, const char *name, char **steps, size_t count, const char *result, bytes root,
                  int64_t now, const char *device, const char *before, size_t chunk) {
    rastau_session *session = begin(device, root, now);
    rastau_error *error = NULL;
    rastau_want want = ask(session);
    int32_t status = RASTAU_OK, change = RASTAU_CHANGE_AGAIN;
    char *last = NULL;
    for (size_t at = 0; status == RASTAU_OK && change == RASTAU_CHANGE_AGAIN; want = ask(session)) {
        if (want.kind == RASTAU_WANT_COMMIT) {
            same_number(name, "steps before the commit", at, count);
            status = rastau_session_commit(session, &change, &error);
            continue;
        }
        if (at == count) stop("a question after the last step", want.name);
        free(last);
        last = field(steps[at], "want");
        size_t before_it = wrong;
        same(name, "question", want.name, last);
        same_number(name, "from", want.from, number(steps[at], "from", 0));
        if (wrong > before_it) stop("another question than in the transcript", name);
        status = give(session, corpus, steps[at++], chunk, &error);
        if (status != RASTAU_OK) same_number(name, "steps before the error", at, count);
    }
    if (status != RASTAU_OK || number(result, "error", 0) != 0) compare_error(name, result, status, error, last);
    compare(name, result, device, now, before, &want, change);
    rastau_error_free(error);
    rastau_session_free(session);
    /* The next update shows whether a root was kept. */
    session = begin(device, root, now);
    want = ask(session);
    char *next = field(result, "next");
    same(name, "next", want.name, next);
    rastau_session_free(session);
    free(last), free(next);
}

static void replay(const char *corpus, const char *folder, const char *name, size_t chunk) {
    char *updates = join(corpus, "updates"), *device = join(folder, name);
    bytes json = need_file(updates, name);
    /* The text is cut into its head, one part for each step, and the result. */
    char *result = strstr(json.data, "\"result\":"), **steps = NULL;
    size_t count = 0;
    if (result == NULL) stop("has no result", name);
    for (char *at = json.data; (at = strstr(at, "\"want\":")) != NULL; at++) {
        steps = realloc(steps, (count + 1) * sizeof *steps);
        steps[count++] = at;
    }
    for (size_t i = 0; i < count; i++) steps[i][-1] = '\0';
    result[-1] = '\0';
    char *pinned = field(json.data, "root"), *from = field(json.data, "before"), *clock = field(json.data, "now");
    if (pinned == NULL) {
        not_expressible++;
    } else {
        bytes root = need_file(corpus, pinned);
        int64_t now = seconds(clock);
        char *before = NULL;
        if (from != NULL) {
            char *source = join(corpus, from);
            rastau_update update = update_by(root, now);
            int32_t change = 0;
            rastau_error *error = NULL;
            need(rastau_device_update(device, strlen(device), source, strlen(source), &update, &change, &error), source, error);
            need(in_service(device, now, &before), source, NULL);
            free(source);
        }
        drive(corpus, name, steps, count, result, root, now, device, before, chunk);
        replays++;
        free(root.data), free(before);
    }
    free(pinned), free(from), free(clock), free(steps), free(json.data), free(updates), free(device);
}

int main(int count, char **arguments) {
    if (count != 3) stop("expected the directory of the corpus and one for devices", arguments[0]);
    char *folder = join(arguments[1], "updates");
    size_t files, chunks[] = {500, SIZE_MAX};
    char **names = list(folder, &files);
    for (size_t i = 0; i < files; i++) {
        for (size_t way = 0; way < 2; way++) {
            char device[64];
            snprintf(device, sizeof device, "%zu", way);
            char *devices = join(arguments[2], device);
            replay(arguments[1], devices, names[i], chunks[way]);
            free(devices);
        }
    }
    free_list(names, files), free(folder);
    printf("%zu updates from C, %zu wrong, %zu without a root\n", replays, wrong, not_expressible);
    return wrong == 0 && replays > 0 ? 0 : 1;
}
