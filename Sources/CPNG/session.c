#include "session.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

void cpng_on_error(png_structp png, png_const_charp message) {
    cpng_session *s = png_get_error_ptr(png);
    if (s->status == CPNG_OK) s->status = CPNG_DAMAGED;
    strncpy(s->message, message, CPNG_MESSAGE - 1);
    s->message[CPNG_MESSAGE - 1] = 0;
    longjmp(s->jump, 1);
}

// libpng warns of what it can mend or leave out, such as a damaged comment.
void cpng_on_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

void cpng_fail(cpng_session *s, cpng_status status, const char *message) {
    s->status = status;
    png_error(s->png, message);
}

void cpng_free(void *bytes) { free(bytes); }

const char *cpng_version(void) { return png_get_libpng_ver(NULL); }

uint32_t cpng_crc(const uint8_t *bytes, size_t count) {
    return (uint32_t)crc32(crc32(0, NULL, 0), bytes, (uInt)count);
}
