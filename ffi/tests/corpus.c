/* Replays the language-neutral corpus through the C library: corpus CORPUS
 *
 * Every verification case is verified twice: by path, and from memory (single files) or page by page through a reader
 * (directories). Every line of a rule's facts is answered. Each answer must equal the committed one byte for byte. */
#include "support.h"

static size_t answers, wrong;

static void compare(const char *name, const char *how, const char *answer, const char *expected) {
    answers++;
    if (strcmp(answer, expected) == 0) return;
    wrong++;
    fprintf(stderr, "%s (%s)\n  expected %s\n  answered %s\n", name, how, expected, answer);
}

/* Reads a page from the files of a directory, as firmware would from flash. */
static int32_t read_page(void *user, int32_t kind, uint32_t serial, const uint8_t *root, uint32_t page, uint8_t *out) {
    (void)kind, (void)serial;
    char name[128] = "segments/";
    for (size_t i = 0; i < 32; i++) snprintf(name + strlen(name), 3, "%02x", root[i]);
    strcat(name, ".seg");
    char *path = join(user, name);
    FILE *in = fopen(path, "rb");
    free(path);
    if (in == NULL) return 1;
    bool done = fseek(in, (long)page * RASTAU_PAGE_SIZE, SEEK_SET) == 0 &&
                fread(out, 1, RASTAU_PAGE_SIZE, in) == RASTAU_PAGE_SIZE;
    fclose(in);
    return done ? 0 : 1;
}

/* The file of a directory with one file. */
static bytes only_file(const char *bundle, const char *directory) {
    char *folder = join(bundle, directory);
    size_t count;
    char **names = list(folder, &count);
    if (count != 1) fprintf(stderr, "%s has %zu files\n", folder, count), exit(1);
    bytes file = need_file(folder, names[0]);
    free_list(names, count), free(folder);
    return file;
}

static int32_t open_pages(test_case *one, rastau_verifier **verifier) {
    char *folder = join(one->bundle, "roots");
    size_t count;
    char **names = list(folder, &count);
    rastau_root_file *roots = calloc(count + 1, sizeof *roots);
    for (size_t i = 0; i < count; i++) {
        bytes file = need_file(folder, names[i]);
        rastau_root_file root = {strtoull(names[i], NULL, 10), (uint8_t *)file.data, file.len};
        size_t at = i; /* sorted by version, not by name: 10.cose follows 9.cose */
        for (; at > 0 && roots[at - 1].version > root.version; at--) roots[at] = roots[at - 1];
        roots[at] = root;
    }
    bytes manifest = only_file(one->bundle, "manifests"), centres = only_file(one->bundle, "centres");
    bytes fresh = need_file(one->bundle, "fresh.cose");
    rastau_statements files = {
        sizeof files,           roots,       count,                    (uint8_t *)manifest.data, manifest.len,
        (uint8_t *)centres.data, centres.len, (uint8_t *)fresh.data, fresh.len};
    int32_t status = rastau_verifier_open_pages(&files, read_page, one->bundle, &one->opening, verifier, NULL);
    /* The library has copied everything: free it before the verifier is used. */
    for (size_t i = 0; i < count; i++) free((void *)roots[i].data);
    free(manifest.data), free(centres.data), free(fresh.data), free(roots), free(folder);
    free_list(names, count);
    return status;
}

/* Compares the answer to a case after its bundle was opened or refused. */
static void answer(test_case *one, const char *name, const char *how, int32_t opened, rastau_verifier *verifier) {
    char error[96];
    const char *json = error;
    size_t len = 0;
    rastau_verdict *verdict = NULL;
    const char *stage = "read";
    /* An unreadable input is reported before the bundle. Only a bundle tells whether a web address is that of a document. */
    int32_t status = rastau_input_check(one->input.data, one->input.len, NULL);
    if (status == RASTAU_STATUS_INPUT_FOREIGN_CODE) status = RASTAU_OK;
    if (status == RASTAU_OK) {
        stage = "open";
        status = opened;
    }
    if (status == RASTAU_OK) {
        stage = "read";
        status = rastau_verifier_verify(verifier, one->input.data, one->input.len, &one->question, &verdict, NULL);
    }
    snprintf(error, sizeof error, "{\"error\":{\"stage\":\"%s\",\"code\":%d}}", stage, status);
    if (status == RASTAU_OK && rastau_verdict_json(verdict, &json, &len) == RASTAU_OK && strlen(json) != len)
        stop("a length differs from the text's", name);
    compare(name, how, json, one->expected.data);
    rastau_verifier_free(verifier);
    rastau_verdict_free(verdict);
}

static void replay(const char *corpus, const char *name) {
    test_case one = load_case(corpus, name);
    one.opening.policy = &one.policy;
    rastau_verifier *verifier = NULL;
    int32_t status = rastau_verifier_open(one.bundle, strlen(one.bundle), &one.opening, &verifier, NULL);
    answer(&one, name, "path", status, verifier);
    bytes file = read_file(one.bundle); /* empty for a directory */
    verifier = NULL;
    if (file.len > 0) {
        status = rastau_verifier_open_memory((uint8_t *)file.data, file.len, &one.opening, &verifier, NULL);
        memset(file.data, 0xff, file.len);
        answer(&one, name, "memory", status, verifier);
    } else {
        status = open_pages(&one, &verifier);
        answer(&one, name, "pages", status, verifier);
    }
    free(file.data);
    free_case(&one);
}

static void replay_rule(const char *rules, const char *id) {
    char *folder = join(rules, id);
    bytes facts = need_file(folder, "facts.jsonl"), answers = need_file(folder, "answers.jsonl");
    char *answer = answers.data;
    for (char *line = facts.data; *line != '\0';) {
        size_t len = strcspn(line, "\n"), answer_len = strcspn(answer, "\n");
        answer[answer_len] = '\0';
        rastau_buffer *buffer = NULL;
        rastau_error *error = NULL;
        const char *json = NULL;
        if (rastau_rule_answer(NULL, id, strlen(id), line, len, &buffer, &error) == RASTAU_OK) {
            json = rastau_buffer_data(buffer);
        } else {
            size_t error_len;
            rastau_error_json(error, &json, &error_len);
        }
        compare(id, "rule", json, answer);
        rastau_buffer_free(buffer);
        rastau_error_free(error);
        line += len + 1;
        answer += answer_len + 1;
    }
    free(facts.data), free(answers.data), free(folder);
}

static void each(const char *corpus, const char *name, void (*replay)(const char *, const char *), bool inside) {
    char *folder = join(corpus, name);
    size_t count;
    char **names = list(folder, &count);
    for (size_t i = 0; i < count; i++) replay(inside ? folder : corpus, names[i]);
    free_list(names, count);
    free(folder);
}

int main(int count, char **arguments) {
    if (count != 2) stop("expected the directory of the corpus", arguments[0]);
    if (rastau_abi_version() != RASTAU_ABI_VERSION) stop("the library and the header have different interfaces", rastau_version());
    each(arguments[1], "cases", replay, false);
    each(arguments[1], "rules", replay_rule, true);
    printf("%zu answers from C, %zu wrong\n", answers, wrong);
    return wrong == 0 && answers > 0 ? 0 : 1;
}
