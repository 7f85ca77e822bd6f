/* Shared by the C test programs: files, the fields of JSON files, times, cases, sessions. For example programs see ffi/examples. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <rastau.h>

typedef struct {
    char *data;
    size_t len;
} bytes;

static void stop(const char *what, const char *about) {
    fprintf(stderr, "%s: %s\n", about, what);
    exit(2);
}

/* Reads a file, followed by a NUL; data is NULL if there is no such file. */
static bytes read_file(const char *path) {
    bytes file = {NULL, 0};
    FILE *in = fopen(path, "rb");
    if (in == NULL) return file;
    size_t room = 1 << 16;
    file.data = malloc(room);
    for (;;) {
        file.len += fread(file.data + file.len, 1, room - 1 - file.len, in);
        if (file.len < room - 1) break;
        file.data = realloc(file.data, room *= 2);
    }
    fclose(in);
    file.data[file.len] = '\0';
    return file;
}

static char *join(const char *folder, const char *name) {
    size_t len = strlen(folder) + strlen(name) + 2;
    char *path = malloc(len);
    snprintf(path, len, "%s/%s", folder, name);
    return path;
}

static bytes need_file(const char *folder, const char *name) {
    char *path = join(folder, name);
    bytes file = read_file(path);
    if (file.data == NULL) stop("cannot read", path);
    free(path);
    return file;
}

static int by_name(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Returns the sorted names in a directory, without hidden ones. */
static char **list(const char *folder, size_t *count) {
    DIR *dir = opendir(folder);
    if (dir == NULL) stop("cannot list", folder);
    char **names = NULL;
    *count = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        if (entry->d_name[0] == '.') continue;
        names = realloc(names, (*count + 1) * sizeof *names);
        names[(*count)++] = strdup(entry->d_name);
    }
    closedir(dir);
    if (*count > 1) qsort(names, *count, sizeof *names, by_name);
    return names;
}

static void free_list(char **names, size_t count) {
    for (size_t i = 0; i < count; i++) free(names[i]);
    free(names);
}

/* Returns the text of `"name": "text"`; NULL for null and if there is no such field. The corpus has no escapes here. */
static char *field(const char *json, const char *name) {
    char key[64];
    snprintf(key, sizeof key, "\"%s\":", name);
    const char *at = strstr(json, key);
    if (at == NULL) return NULL;
    at += strlen(key);
    while (*at == ' ') at++;
    size_t len = *at == '"' ? strcspn(++at, "\"") : strcspn(at, ",\n}");
    if (at[-1] != '"' && strncmp(at, "null", 4) == 0) return NULL;
    return strndup(at, len);
}

/* Returns the seconds since 1970 of an RFC 3339 time. */
static int64_t seconds(const char *text) {
    struct tm tm = {0};
    char sign = 'Z';
    int hours = 0, minutes = 0;
    int found = sscanf(text, "%d-%d-%dT%d:%d:%d%c%d:%d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour,
                       &tm.tm_min, &tm.tm_sec, &sign, &hours, &minutes);
    if (found < 7) stop("not a time", text);
    tm.tm_year -= 1900;
    tm.tm_mon -= 1;
    int64_t offset = (int64_t)hours * 3600 + minutes * 60;
    return (int64_t)timegm(&tm) - (sign == '-' ? -offset : sign == '+' ? offset : 0);
}

/* A case, ready to be verified. */
typedef struct {
    bytes json, input, expected, root, state;
    char *bundle, *on;
    rastau_policy policy;
    rastau_opening opening;
    rastau_question question;
} test_case;

static test_case load_case(const char *corpus, const char *name) {
    test_case one = {0};
    char *cases = join(corpus, "cases"), *folder = join(cases, name);
    one.json = need_file(folder, "case.json");
    one.input = need_file(folder, "input.txt");
    one.expected = need_file(folder, "expected.json");
    one.expected.data[strcspn(one.expected.data, "\n")] = '\0';
    char *root = field(one.json.data, "root"), *bundle = field(one.json.data, "bundle");
    char *state = field(one.json.data, "state"), *now = field(one.json.data, "now");
    char *accept = field(one.json.data, "accept"), *grace = field(one.json.data, "grace");
    one.on = field(one.json.data, "on");
    one.root = need_file(corpus, root);
    if (state != NULL) one.state = need_file(corpus, state);
    one.bundle = join(corpus, bundle);
    one.policy.size = sizeof one.policy;
    one.policy.accept = accept[0] == 'c' ? RASTAU_FRESHNESS_CURRENT
                        : accept[0] == 'l' ? RASTAU_FRESHNESS_LATE
                                           : RASTAU_FRESHNESS_STALE;
    one.policy.grace_seconds = grace == NULL ? 604800 : strtoll(grace, NULL, 10);
    one.opening = (rastau_opening){
        .size = sizeof one.opening,
        .trust_root = (const uint8_t *)one.root.data,
        .trust_root_len = one.root.len,
        .state = (const uint8_t *)one.state.data,
        .state_len = one.state.len,
        .now = seconds(now),
    };
    one.question = (rastau_question){.size = sizeof one.question, .now = seconds(now), .on = one.on};
    one.question.on_len = one.on == NULL ? 0 : strlen(one.on);
    char *done[] = {cases, folder, root, bundle, state, now, accept, grace};
    for (size_t i = 0; i < sizeof done / sizeof *done; i++) free(done[i]);
    return one;
}

static void free_case(test_case *one) {
    char *done[] = {one->json.data, one->input.data, one->expected.data, one->root.data,
                    one->state.data,    one->bundle,     one->on};
    for (size_t i = 0; i < sizeof done / sizeof *done; i++) free(done[i]);
}

/* Stops with the error's text, unless the call succeeded. */
static void need(int32_t status, const char *what, rastau_error *error) {
    if (status == RASTAU_OK) return;
    const char *text = rastau_status_text(status);
    size_t len;
    rastau_error_text(error, RASTAU_LANG_EN, &text, &len);
    stop(text, what);
}

static rastau_update update_by(bytes root, int64_t now) {
    return (rastau_update){
        .size = sizeof(rastau_update), .trust_root = (const uint8_t *)root.data, .trust_root_len = root.len, .now = now};
}

static rastau_session *begin(const char *device, bytes root, int64_t now) {
    rastau_update update = update_by(root, now);
    rastau_session *session = NULL;
    rastau_error *error = NULL;
    need(rastau_session_begin(device, strlen(device), &update, &session, &error), "begin", error);
    return session;
}

static rastau_want ask(const rastau_session *session) {
    rastau_want want = {.size = sizeof want};
    need(rastau_session_want(session, &want), "want", NULL);
    if (want.name_len != strlen(want.name) || want.name_len > 80) stop("a wrong length", want.name);
    return want;
}

#endif
