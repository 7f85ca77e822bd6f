/* Updates a kiosk from a USB stick: update_usb SOURCE TRUST_ROOT DEVICE_FOLDER
 *
 * SOURCE is a published directory or a `.rastau` file. The trust root came with the device, never with the stick. A power loss
 * at any time is harmless: the device's directory has two slots for a bundle, and the active bundle stays active until
 * the new one is complete, checked and written to the medium. */
#include <rastau.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: %s SOURCE TRUST_ROOT DEVICE_FOLDER\n", arguments[0]);
        return 64;
    }
    const char *source = arguments[1], *folder = arguments[3];
    static uint8_t root[65536];
    FILE *file = fopen(arguments[2], "rb");
    if (file == NULL) {
        perror(arguments[2]);
        return 66;
    }
    rastau_update update = {.size = sizeof update};
    update.trust_root = root;
    update.trust_root_len = fread(root, 1, sizeof root, file);
    update.now = (int64_t)time(NULL);
    fclose(file);

    int32_t change = 0;
    rastau_error *error = NULL;
    int32_t status =
        rastau_device_update(folder, strlen(folder), source, strlen(source), &update, &change, &error);
    if (status != RASTAU_OK) {
        const char *text = rastau_status_text(status);
        size_t len;
        rastau_error_text(error, RASTAU_LANG_EN, &text, &len);
        fprintf(stderr, "refused (%d): %s; the active bundle stays in use\n", (int)status, text);
        rastau_error_free(error);
        return 65;
    }
    switch (change) {
    case RASTAU_CHANGE_FIRST: puts("first bundle activated"); break;
    case RASTAU_CHANGE_NEWER: puts("newer bundle activated"); break;
    case RASTAU_CHANGE_MENDED: puts("nothing newer; damaged files were replaced"); break;
    default: puts("nothing newer"); break;
    }
    return 0;
}
