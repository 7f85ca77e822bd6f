/* Takes a new bundle from a USB stick into use: update_usb USB_BUNDLE TRUST_ROOT DEVICE_FOLDER
 *
 * USB_BUNDLE is a `.rastau` file. The device's folder holds what is in use: `bundle.rastau`, and `state`, which is what keeps
 * an older bundle from ever being taken for a new one.
 *
 * The order is what makes it safe against a pulled plug: the copy is made beside the old bundle and opened there, with
 * everything checked against the trust root and the remembered state; it is put in place by renaming, and only then is the
 * state written. Between the two the device has the new bundle and the older state, which lets it open that bundle: nothing
 * is lost, and the next update writes the state. */
#define _POSIX_C_SOURCE 200809L
#include <rastau.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void stop(const char *what) {
    fprintf(stderr, "%s: %s; what was in use stays in use\n", what, strerror(errno));
    exit(66);
}

static void in_folder(char *out, size_t room, const char *folder, const char *name) {
    if ((size_t)snprintf(out, room, "%s/%s", folder, name) >= room) {
        errno = ENAMETOOLONG;
        stop(folder);
    }
}

/* A small file; 0 where there is none. */
static size_t read_small(const char *path, uint8_t *out, size_t room) {
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        if (errno != ENOENT) stop(path);
        return 0;
    }
    size_t len = fread(out, 1, room, in);
    if (ferror(in) || (len == room && getc(in) != EOF)) stop(path);
    fclose(in);
    return len;
}

static void write_all(int out, const char *path, const void *data, size_t len) {
    for (const char *at = data; len > 0;) {
        ssize_t written = write(out, at, len);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) stop(path);
        at += written;
        len -= (size_t)written;
    }
}

/* The bytes must be on the medium before the name is. */
static void finish(int out, const char *path) {
    if (fsync(out) != 0 || close(out) != 0) stop(path);
}

static void sync_folder(const char *folder) {
    int dir = open(folder, O_RDONLY);
    if (dir < 0 || fsync(dir) != 0) stop(folder);
    close(dir);
}

static void copy(const char *from, const char *to) {
    static char block[1 << 16];
    int in = open(from, O_RDONLY);
    if (in < 0) stop(from);
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (out < 0) stop(to);
    ssize_t len;
    while ((len = read(in, block, sizeof block)) != 0) {
        if (len < 0 && errno == EINTR) continue;
        if (len < 0) stop(from);
        write_all(out, to, block, (size_t)len);
    }
    close(in);
    finish(out, to);
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: %s USB_BUNDLE TRUST_ROOT DEVICE_FOLDER\n", arguments[0]);
        return 64;
    }
    const char *folder = arguments[3];
    char bundle[4096], fresh[4096], state_path[4096], state_fresh[4096];
    in_folder(bundle, sizeof bundle, folder, "bundle.rastau");
    in_folder(fresh, sizeof fresh, folder, "bundle.part");
    in_folder(state_path, sizeof state_path, folder, "state");
    in_folder(state_fresh, sizeof state_fresh, folder, "state.part");

    static uint8_t root[65536], state[65536];
    rastau_opening opening = {sizeof opening};
    opening.trust_root = root;
    opening.trust_root_len = read_small(arguments[2], root, sizeof root);
    opening.state = state;
    opening.state_len = read_small(state_path, state, sizeof state);
    opening.now = (int64_t)time(NULL);

    copy(arguments[1], fresh);
    rastau_verifier *verifier = NULL;
    rastau_error *error = NULL;
    int32_t status = rastau_verifier_open(fresh, strlen(fresh), &opening, &verifier, &error);
    if (status != RASTAU_OK) {
        const char *text = rastau_status_text(status);
        size_t len;
        rastau_error_text(error, RASTAU_LANG_EN, &text, &len);
        fprintf(stderr, "refused (%d): %s\n", (int)status, text);
        rastau_error_free(error);
        unlink(fresh);
        return 65;
    }
    const uint8_t *seen = NULL;
    const char *info = "";
    size_t seen_len = 0, info_len;
    rastau_verifier_state(verifier, &seen, &seen_len);
    rastau_verifier_info_json(verifier, &info, &info_len);

    if (rename(fresh, bundle) != 0) stop(bundle);
    sync_folder(folder);
    int out = open(state_fresh, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out < 0) stop(state_fresh);
    write_all(out, state_fresh, seen, seen_len);
    finish(out, state_fresh);
    if (rename(state_fresh, state_path) != 0) stop(state_path);
    sync_folder(folder);

    printf("in use: %s\n", info);
    rastau_verifier_free(verifier);
    return 0;
}
