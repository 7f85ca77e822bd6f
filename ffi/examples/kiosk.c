/* A kiosk at a door: kiosk DEVICE_FOLDER [kk|ru|en] < /dev/ttyACM0
 *
 * update_usb writes the device's directory, the trust root included. It may do so while the kiosk runs: the verifier answers
 * the next line from the update.
 *
 * Reads a scanner's lines from standard input (a serial port, a FIFO, a pipe) and answers each with one line:
 *     VALID|INVALID|UNDECIDED|UNREADABLE <tab> the message for the user <tab> what to know and to do beside it
 * No input stops the loop: noise on the line, half a code, a megabyte without a line feed, bytes that are not text. It
 * ends with the stream. */
#include <rastau.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The maximum of a QR code; the rest of a longer line is discarded. */
#define MAX_LINE 8192

/* Reads a line without its line feed; false at the end of the stream. A line that is too long is truncated to MAX_LINE
 * bytes, and the library refuses it. */
static bool read_line(FILE *in, char *line, size_t *len) {
    int byte;
    *len = 0;
    while ((byte = getc(in)) != EOF && byte != '\n')
        if (*len < MAX_LINE) line[(*len)++] = (char)byte;
    while (*len > 0 && line[*len - 1] == '\r') (*len)--;
    return byte != EOF || *len > 0;
}

/* Prints a text. Tabs and line feeds in it would break the protocol. */
static void print_text(const char *text, size_t len) {
    for (size_t i = 0; i < len; i++) {
        if (text[i] != '\n' && text[i] != '\t') putchar(text[i]);
        else if (i + 1 < len) putchar(' ');
    }
}

/* Prints one line: the outcome, the headline, and what to know and to do beside it. A valid document says nothing about the
 * person who shows it. */
static void print_verdict(const char *word, const rastau_verdict *verdict, int32_t language) {
    const char *text = "";
    size_t len = 0;
    rastau_verdict_headline(verdict, language, &text, &len);
    printf("%s\t", word);
    print_text(text, len);
    putchar('\t');
    rastau_verdict_notes(verdict, language, &text, &len);
    print_text(text, len);
    if (len > 0) putchar(' ');
    rastau_verdict_next(verdict, language, &text, &len);
    print_text(text, len);
    putchar('\n');
    fflush(stdout);
}

static void answer(const rastau_verifier *verifier, const char *line, size_t len, int32_t language) {
    rastau_question question = {.size = sizeof question};
    question.now = (int64_t)time(NULL);
    rastau_verdict *verdict = NULL;
    rastau_error *error = NULL;
    const char *text = "";
    size_t text_len = 0;
    if (rastau_verifier_verify(verifier, line, len, &question, &verdict, &error) != RASTAU_OK) {
        rastau_error_text(error, language, &text, &text_len);
        printf("UNREADABLE\t");
        print_text(text, text_len);
        printf("\t\n");
        fflush(stdout);
        rastau_error_free(error);
        return;
    }
    int32_t outcome = 0;
    rastau_verdict_outcome(verdict, &outcome);
    switch (outcome) {
    case RASTAU_OUTCOME_VALID: print_verdict("VALID", verdict, language); break;
    case RASTAU_OUTCOME_INVALID: print_verdict("INVALID", verdict, language); break;
    default: print_verdict("UNDECIDED", verdict, language); /* never valid by default */
    }
    rastau_verdict_free(verdict);
}

int main(int count, char **arguments) {
    if (count < 2) {
        fprintf(stderr, "usage: %s DEVICE_FOLDER [kk|ru|en]\n", arguments[0]);
        return 64;
    }
    const char *folder = arguments[1], *code = count > 2 ? arguments[2] : "kk";
    int32_t language = strcmp(code, "en") == 0   ? RASTAU_LANG_EN
                       : strcmp(code, "ru") == 0 ? RASTAU_LANG_RU
                                                 : RASTAU_LANG_KK;
    rastau_verifier *verifier = NULL;
    rastau_error *error = NULL;
    if (rastau_verifier_open_device(folder, strlen(folder), (int64_t)time(NULL), NULL, &verifier, &error) !=
        RASTAU_OK) {
        const char *text = "";
        size_t len;
        rastau_error_text(error, language, &text, &len);
        fprintf(stderr, "%s\n", text);
        rastau_error_free(error);
        return 65;
    }
    static char line[MAX_LINE];
    size_t len;
    while (read_line(stdin, line, &len))
        if (len > 0) answer(verifier, line, len, language);
    rastau_verifier_free(verifier);
    return 0;
}
