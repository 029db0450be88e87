#include "loading.h"

#include <pthread.h>
#include <string.h>

// Of webp/decode.h, as it has been since version 0.5.
typedef struct {
    int width, height, has_alpha, has_animation, format;
    uint32_t reserved[5];
} features;
enum { DECODER_ABI = 0x0208, STATUS_OK = 0, STATUS_NO_MEMORY = 1 };

static struct {
    int (*features)(const uint8_t *, size_t, features *, int);
    uint8_t *(*read_rgb)(const uint8_t *, size_t, uint8_t *, size_t, int);
    uint8_t *(*read_rgba)(const uint8_t *, size_t, uint8_t *, size_t, int);
} webp;

static cpic_library library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
#ifdef __APPLE__
    static const char *const names[] = {
        "libwebp.7.dylib", "/opt/homebrew/opt/webp/lib/libwebp.7.dylib", "/usr/local/opt/webp/lib/libwebp.7.dylib",
        NULL};
#else
    static const char *const names[] = {"libwebp.so.7", "libwebp.so.6", NULL};
#endif
    void *handle = cpic_open(names, library.problem);
    if (!handle) return;
    const char *missing = NULL;
    webp.features = (__typeof__(webp.features))cpic_function(handle, "WebPGetFeaturesInternal", &missing);
    webp.read_rgb = (__typeof__(webp.read_rgb))cpic_function(handle, "WebPDecodeRGBInto", &missing);
    webp.read_rgba = (__typeof__(webp.read_rgba))cpic_function(handle, "WebPDecodeRGBAInto", &missing);
    cpic_settle(&library, missing);
}

cpic_status cpic_webp_library(char message[CPIC_MESSAGE]) {
    pthread_once(&once, load);
    return cpic_state(&library, message);
}

static const char *meaning(int status) {
    switch (status) {
    case 2: return "the library does not know its own version";
    case 4: return "it is of a form that libwebp does not know";
    case 7: return "it ends too early";
    default: return "its header makes no sense";
    }
}

cpic_status cpic_webp_open(const uint8_t *bytes, size_t count, cpic_webp_header *header, char message[CPIC_MESSAGE]) {
    memset(header, 0, sizeof *header);
    cpic_status status = cpic_webp_library(message);
    if (status != CPIC_OK) return status;
    features found;
    memset(&found, 0, sizeof found);
    int answer = webp.features(bytes, count, &found, DECODER_ABI);
    if (answer == STATUS_NO_MEMORY) return CPIC_NO_MEMORY;
    if (answer != STATUS_OK || found.width < 0 || found.height < 0) {
        cpic_say(message, meaning(answer));
        return CPIC_DAMAGED;
    }
    header->width = (uint32_t)found.width;
    header->height = (uint32_t)found.height;
    header->has_opacity = found.has_alpha != 0;
    header->is_animated = found.has_animation != 0;
    return CPIC_OK;
}

cpic_status cpic_webp_read(const uint8_t *bytes, size_t count, const cpic_rows *rows, char message[CPIC_MESSAGE]) {
    cpic_status status = cpic_webp_library(message);
    if (status != CPIC_OK) return status;
    __typeof__(webp.read_rgb) read = rows->channels == 4 ? webp.read_rgba : webp.read_rgb;
    size_t size = rows->stride * rows->height;
    if (read(bytes, count, rows->start, size, (int)rows->stride)) return CPIC_OK;
    cpic_say(message, "its pixels end too early, or are not what a WebP file holds");
    return CPIC_DAMAGED;
}
