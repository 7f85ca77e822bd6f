/* Updates a device over a "network" of its own: session CORPUS FOLDER
 *
 * The network is a published directory, read in chunks of 1000 bytes. The first session is freed in the middle of a
 * segment. The second one continues there without fetching a byte twice, and its bundle is verified. The third one
 * takes downloaded files. */
#include "support.h"

enum { CHUNK = 1000 };

/* Bytes of segments passed to a session. */
static uint64_t fetched;

/* Passes a file to the session from the byte `want->from` on, at most `most` chunks of it. Returns whether there is
 * such a file. */
static bool give(rastau_session *session, const rastau_want *want, const char *path, size_t most) {
    FILE *in = fopen(path, "rb");
    if (in == NULL) return false;
    if (fseek(in, (long)want->from, SEEK_SET) != 0) stop("cannot seek", path);
    uint8_t chunk[CHUNK];
    uint64_t at = want->from;
    rastau_error *error = NULL;
    for (size_t len; most > 0 && (len = fread(chunk, 1, sizeof chunk, in)) > 0; most--) {
        need(rastau_session_take(session, chunk, len, at, &error), path, error);
        at += len;
    }
    fclose(in);
    if (want->kind == RASTAU_WANT_SEGMENT) fetched += at - want->from;
    return true;
}

/* Answers one question that is not the commit. */
static void answer(rastau_session *session, const rastau_want *want, const char *base, bool whole_files) {
    char *path = join(base, want->name);
    rastau_error *error = NULL;
    if (want->kind == RASTAU_WANT_FAILED) stop("failed", path);
    if (whole_files && want->kind == RASTAU_WANT_SEGMENT) {
        need(rastau_session_take_file(session, path, strlen(path), 0, &error), path, error);
        fetched += want->length;
        need(rastau_session_end(session, &error), path, error);
    } else if (give(session, want, path, SIZE_MAX)) {
        need(rastau_session_end(session, &error), path, error);
    } else {
        need(rastau_session_status(session, 404, &error), path, error);
    }
    free(path);
}

/* Drives a session to its end; returns what changed. */
static int32_t drive(rastau_session *session, const char *base, bool whole_files) {
    rastau_want want = ask(session);
    for (; want.kind != RASTAU_WANT_COMMIT; want = ask(session)) answer(session, &want, base, whole_files);
    int32_t change = 0;
    rastau_error *error = NULL;
    need(rastau_session_commit(session, &change, &error), "commit", error);
    uint64_t stored = 0, total = 0;
    need(rastau_session_progress(session, &stored, &total), "progress", NULL);
    if (stored != total || total == 0) stop("the progress is not complete", base);
    rastau_session_free(session);
    return change;
}

/* The answer must be the committed one, byte for byte. */
static void verify(const rastau_verifier *verifier, const test_case *one) {
    rastau_verdict *verdict = NULL;
    rastau_error *error = NULL;
    const char *json = NULL;
    size_t len = 0;
    need(rastau_verifier_verify(verifier, one->input.data, one->input.len, &one->question, &verdict, &error),
         one->bundle, error);
    need(rastau_verdict_json(verdict, &json, &len), one->bundle, NULL);
    if (strcmp(json, one->expected.data) != 0) stop(json, one->bundle);
    rastau_verdict_free(verdict);
}

int main(int count, char **arguments) {
    if (count != 3) stop("expected the directory of the corpus and one for the device", arguments[0]);
    test_case before = load_case(arguments[1], "update-before"), after = load_case(arguments[1], "update-after");
    char *device = join(arguments[2], "device");

    /* Up to the middle of the first segment; the process could end here as well. */
    rastau_session *session = begin(device, before.root, before.question.now);
    rastau_want want = ask(session);
    for (; want.kind != RASTAU_WANT_SEGMENT; want = ask(session)) answer(session, &want, before.bundle, false);
    char *path = join(before.bundle, want.name);
    if (!give(session, &want, path, 2)) stop("there is no such file", path);
    rastau_session_free(session);
    rastau_verifier *verifier = NULL;
    int32_t empty = rastau_verifier_open_device(device, strlen(device), before.question.now, NULL, &verifier, NULL);
    if (empty != RASTAU_STATUS_DEVICE_EMPTY) stop("a device without a whole bundle was opened", device);

    /* The next session continues where that one stopped. */
    session = begin(device, before.root, before.question.now);
    rastau_want next = ask(session);
    for (; next.kind != RASTAU_WANT_SEGMENT; next = ask(session)) answer(session, &next, before.bundle, false);
    uint64_t resumed = next.from;
    if (strcmp(next.name, want.name) != 0 || resumed == 0) stop("another segment is asked for", next.name);
    int32_t first = drive(session, before.bundle, false);
    uint64_t first_fetched = fetched;
    rastau_error *error = NULL;
    need(rastau_verifier_open_device(device, strlen(device), before.question.now, NULL, &verifier, &error), device, error);
    verify(verifier, &before);

    /* A newer bundle; the open verifier follows it. */
    fetched = 0;
    int32_t newer = drive(begin(device, after.root, after.question.now), after.bundle, true);
    verify(verifier, &after);
    printf("resumed at %llu; change %d, %llu bytes; change %d, %llu bytes\n", (unsigned long long)resumed, first,
           (unsigned long long)first_fetched, newer, (unsigned long long)fetched);
    rastau_verifier_free(verifier);
    free_case(&before), free_case(&after);
    free(device), free(path);
    return 0;
}
