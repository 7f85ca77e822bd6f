/* Verifies one document: verify BUNDLE TRUST_ROOT TEXT
 *
 * Exit status: 0 valid, 1 invalid, 2 indeterminate, 64 and above an error. */
#include <rastau.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Prints the error, frees it and returns the exit status. */
static int failed(const char *what, rastau_error *error) {
    const char *text = "no details";
    size_t len;
    rastau_error_text(error, RASTAU_LANG_EN, &text, &len);
    fprintf(stderr, "%s: %s\n", what, text);
    rastau_error_free(error);
    return 65;
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: %s BUNDLE TRUST_ROOT TEXT\n", arguments[0]);
        return 64;
    }
    /* The trust root came with this device. Everything else is checked against it. */
    uint8_t root[16384];
    FILE *file = fopen(arguments[2], "rb");
    if (file == NULL) {
        perror(arguments[2]);
        return 66;
    }
    size_t root_len = fread(root, 1, sizeof root, file);
    fclose(file);

    rastau_error *error = NULL;
    rastau_verifier *verifier = NULL;
    rastau_opening opening = {.size = sizeof opening};
    opening.trust_root = root;
    opening.trust_root_len = root_len;
    opening.now = (int64_t)time(NULL);
    if (rastau_verifier_open(arguments[1], strlen(arguments[1]), &opening, &verifier, &error) != RASTAU_OK)
        return failed("the bundle", error);

    rastau_verdict *verdict = NULL;
    rastau_question question = {.size = sizeof question};
    question.now = (int64_t)time(NULL);
    const char *text = arguments[3];
    if (rastau_verifier_verify(verifier, text, strlen(text), &question, &verdict, &error) != RASTAU_OK) {
        rastau_verifier_free(verifier);
        return failed("the document", error);
    }

    const char *line;
    size_t len;
    rastau_verdict_headline(verdict, RASTAU_LANG_EN, &line, &len);
    printf("%s\n", line);
    rastau_verdict_notes(verdict, RASTAU_LANG_EN, &line, &len);
    fputs(line, stdout);
    rastau_verdict_summary(verdict, RASTAU_LANG_EN, &line, &len);
    fputs(line, stdout);
    /* What the person at the counter does next. */
    rastau_verdict_next(verdict, RASTAU_LANG_EN, &line, &len);
    fputs(line, stdout);

    /* The checks that are not satisfied, and what to do. */
    size_t findings = 0;
    rastau_verdict_finding_count(verdict, &findings);
    for (size_t i = 0; i < findings; i++) {
        int32_t answer = 0;
        rastau_verdict_finding_outcome(verdict, i, &answer);
        if (answer == RASTAU_FINDING_SATISFIED || answer == RASTAU_FINDING_NOT_APPLICABLE) continue;
        const int32_t parts[] = {RASTAU_PART_TITLE, RASTAU_PART_TEXT, RASTAU_PART_ADVICE, RASTAU_PART_SOURCE};
        for (size_t part = 0; part < sizeof parts / sizeof *parts; part++) {
            rastau_verdict_finding_text(verdict, i, parts[part], RASTAU_LANG_EN, &line, &len);
            if (len > 0) printf("%s%s\n", part == 0 ? "- " : "    ", line);
        }
    }

    int32_t outcome = 0; /* no outcome is 0 */
    rastau_verdict_outcome(verdict, &outcome);
    rastau_verdict_free(verdict);
    rastau_verifier_free(verifier);
    return outcome == RASTAU_OUTCOME_VALID ? 0 : outcome == RASTAU_OUTCOME_INVALID ? 1 : 2;
}
