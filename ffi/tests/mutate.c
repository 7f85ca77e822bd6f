/* Verifies mutated inputs: mutate CORPUS COUNT [SEED]
 *
 * Every input comes from a case of the corpus, with some bytes changed, removed, repeated or joined with another input's.
 * Nothing may crash, no call may return RASTAU_STATUS_PANIC, and no signed document may be valid after a change of more than its
 * formatting. Bundles in
 * memory are mutated too: they are parsed before any signature is checked. */
#include "support.h"

static uint64_t random_state;

/* xorshift64*: the same inputs everywhere for the same seed. */
static uint64_t draw(uint64_t below) {
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (random_state * 2685821657736338717u >> 16) % below;
}

/* Writes a mutated copy to `out`, which has room for both and more. */
static size_t mutate(char *out, bytes one, bytes other) {
    size_t len = one.len;
    memcpy(out, one.data, len);
    for (uint64_t times = 1 + draw(4); times > 0 && len > 0; times--) {
        size_t at = draw(len);
        switch (draw(7)) {
        case 0: out[at] = (char)draw(256); break;
        case 1: out[at] ^= (char)(1 << draw(8)); break;
        case 2: len = at; break;
        case 3: memmove(out + at, out + at + 1, --len - at); break;
        case 4: { /* repeat a part */
            size_t part_len = draw(len - at) % 64;
            memmove(out + at + part_len, out + at, len - at);
            len += part_len;
            break;
        }
        case 5: { /* append the end of the other */
            size_t from = draw(other.len + 1);
            memcpy(out + at, other.data + from, other.len - from);
            len = at + other.len - from;
            break;
        }
        default: /* a character of the input's alphabets */
            out[at] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:{}\","[draw(49)];
        }
    }
    return len;
}

static test_case *cases;
static size_t cases_count;

/* Returns whether the document in a verdict is one of the corpus, with every detail. Formatting may differ; the document may not. */
static bool is_known(const char *json, size_t len) {
    const char *begin = strstr(json, "\"document\":");
    const char *end = begin == NULL ? NULL : strstr(begin, ",\"contacts\":");
    if (end == NULL || end > json + len) return false;
    for (size_t i = 0; i < cases_count; i++)
        if (memmem(cases[i].expected.data, strlen(cases[i].expected.data), begin, (size_t)(end - begin)) != NULL)
            return true;
    return false;
}

static uint64_t parsed, answered, panics, forged;

static void verify(rastau_verifier *verifier, test_case *one, const char *text, size_t len) {
    rastau_verdict *verdict = NULL;
    rastau_error *error = NULL;
    int32_t status = rastau_verifier_verify(verifier, text, len, &one->question, &verdict, &error);
    const char *text_out = NULL;
    size_t text_out_len = 0;
    if (status == RASTAU_OK) {
        parsed++;
        int32_t outcome = 0;
        rastau_verdict_outcome(verdict, &outcome);
        rastau_verdict_json(verdict, &text_out, &text_out_len);
        /* A form stays valid with many changes; of a signed document only the formatting may change. */
        bool form = memchr(text, '{', len) != NULL;
        if (outcome == RASTAU_OUTCOME_VALID && !form && !is_known(text_out, text_out_len)) {
            forged++;
            fprintf(stderr, "valid after a change: %.*s\n", (int)len, text);
        }
        for (int32_t part = RASTAU_PART_ID; part <= RASTAU_PART_SOURCE; part++)
            rastau_verdict_finding_text(verdict, draw(40), part, 1 + (int32_t)draw(3), &text_out, &text_out_len);
    } else {
        rastau_error_text(error, 1 + (int32_t)draw(3), &text_out, &text_out_len);
    }
    if (status == RASTAU_STATUS_PANIC) panics++;
    answered++;
    rastau_verdict_free(verdict);
    rastau_error_free(error);
}

int main(int count, char **arguments) {
    if (count < 3) stop("expected the directory of the corpus and the number of inputs", arguments[0]);
    uint64_t inputs = strtoull(arguments[2], NULL, 10);
    random_state = count > 3 ? strtoull(arguments[3], NULL, 10) | 1 : 20260723;
    char *folder = join(arguments[1], "cases");
    size_t names_count;
    char **names = list(folder, &names_count);
    cases = calloc(names_count, sizeof *cases);
    size_t longest = 0;
    for (size_t i = 0; i < names_count; i++) {
        test_case one = load_case(arguments[1], names[i]);
        /* Only cases with one valid bundle; other tests cover long inputs. */
        bool base = strcmp(strrchr(one.bundle, '/'), "/base") == 0 && one.state.data == NULL;
        if (!base || one.input.len > 4096) {
            free_case(&one);
            continue;
        }
        longest = one.input.len > longest ? one.input.len : longest;
        cases[cases_count++] = one;
    }
    char *path = join(arguments[1], "bundles/base");
    rastau_verifier *verifier = NULL;
    if (cases_count < 100 || rastau_verifier_open(path, strlen(path), &cases[0].opening, &verifier, NULL) != RASTAU_OK)
        stop("cannot open", path);
    char *text = malloc(8 * (longest + 64));
    for (uint64_t i = 0; i < inputs; i++) {
        test_case *one = &cases[draw(cases_count)];
        size_t len = mutate(text, one->input, cases[draw(cases_count)].input);
        verify(verifier, one, text, len);
    }
    printf("%llu mutated inputs, %llu parsed as documents or forms, %llu panics, %llu forged\n",
           (unsigned long long)answered, (unsigned long long)parsed, (unsigned long long)panics,
           (unsigned long long)forged);
    /* Bundles: the index and the statements are parsed before they are verified. */
    bytes bundle = need_file(arguments[1], "bundles/base.rastau");
    bytes nothing = {text, 0};
    char *changed = malloc(2 * bundle.len);
    uint64_t refused = 0, bundles = inputs / 100 + 10;
    for (uint64_t i = 0; i < bundles; i++) {
        bytes head = {bundle.data, draw(2) ? 512 : 16384};
        size_t len = mutate(changed, head, nothing);
        memcpy(changed + len, bundle.data + head.len, bundle.len - head.len);
        rastau_verifier *other = NULL;
        int32_t status = rastau_verifier_open_memory((uint8_t *)changed, len + bundle.len - head.len,
                                                     &cases[0].opening, &other, NULL);
        if (status == RASTAU_STATUS_PANIC) panics++;
        if (status != RASTAU_OK) refused++;
        else verify(other, &cases[0], cases[0].input.data, cases[0].input.len);
        rastau_verifier_free(other);
    }
    printf("%llu mutated bundles, %llu refused, %llu panics\n", (unsigned long long)bundles,
           (unsigned long long)refused, (unsigned long long)panics);
    rastau_verifier_free(verifier);
    for (size_t i = 0; i < cases_count; i++) free_case(&cases[i]);
    free(cases), free_list(names, names_count), free(folder), free(path), free(text), free(changed), free(bundle.data);
    return panics == 0 && forged == 0 && parsed > 0 && refused > 0 ? 0 : 1;
}
