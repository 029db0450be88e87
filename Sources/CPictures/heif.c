#include "loading.h"

#include <pthread.h>
#include <stdlib.h>

// Of libheif/heif.h, as it has been since version 1.0.
typedef struct {
    int code, subcode;
    const char *message;
} answer;
enum { OK = 0, UNSUPPORTED_KIND = 3, UNSUPPORTED_FEATURE = 4, NO_MEMORY = 6, COLOURS_RGB = 1, PLANE_INTERLEAVED = 10 };
enum { PIXELS_RGB = 10, PIXELS_RGBA = 11 };

static struct {
    answer (*init)(void *); // where there is one: looks for decoders in folders of the system
    void (*limit)(void *, int); // where there is one: the longest side of what is decoded
    void *(*context)(void);
    void (*free_context)(void *);
    answer (*open)(void *, const void *, size_t, const void *);
    answer (*primary)(void *, void **);
    void (*free_handle)(const void *);
    int (*width)(const void *);
    int (*height)(const void *);
    int (*has_opacity)(const void *);
    answer (*decode)(const void *, void **, int, int, const void *);
    void (*free_image)(const void *);
    int (*image_width)(const void *, int);
    int (*image_height)(const void *, int);
    const uint8_t *(*plane)(const void *, int, int *);
} heif;

static cpic_library library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define LOAD(member, name) heif.member = (__typeof__(heif.member))cpic_function(handle, name, &missing)

static void load(void) {
#ifdef __APPLE__
    static const char *const names[] = {
        "libheif.1.dylib", "/opt/homebrew/opt/libheif/lib/libheif.1.dylib",
        "/usr/local/opt/libheif/lib/libheif.1.dylib", NULL};
#else
    static const char *const names[] = {"libheif.so.1", NULL};
#endif
    void *handle = cpic_open(names, library.problem);
    if (!handle) return;
    const char *missing = NULL;
    LOAD(init, "heif_init");
    LOAD(limit, "heif_context_set_maximum_image_size_limit");
    missing = NULL;
    LOAD(context, "heif_context_alloc");
    LOAD(free_context, "heif_context_free");
    LOAD(open, "heif_context_read_from_memory_without_copy");
    LOAD(primary, "heif_context_get_primary_image_handle");
    LOAD(free_handle, "heif_image_handle_release");
    LOAD(width, "heif_image_handle_get_width");
    LOAD(height, "heif_image_handle_get_height");
    LOAD(has_opacity, "heif_image_handle_has_alpha_channel");
    LOAD(decode, "heif_decode_image");
    LOAD(free_image, "heif_image_release");
    LOAD(image_width, "heif_image_get_width");
    LOAD(image_height, "heif_image_get_height");
    LOAD(plane, "heif_image_get_plane_readonly");
    if (!missing && heif.init) heif.init(NULL);
    cpic_settle(&library, missing);
}

cpic_status cpic_heif_library(char message[CPIC_MESSAGE]) {
    pthread_once(&once, load);
    return cpic_state(&library, message);
}

struct cpic_heif {
    void *context, *handle, *image;
};

static cpic_status status_of(answer answer, char message[CPIC_MESSAGE]) {
    if (answer.code == OK) return CPIC_OK;
    cpic_say(message, answer.message);
    switch (answer.code) {
    case NO_MEMORY: return CPIC_NO_MEMORY;
    case UNSUPPORTED_KIND:
    case UNSUPPORTED_FEATURE: return CPIC_UNSUPPORTED;
    default: return CPIC_DAMAGED;
    }
}

static cpic_status open_with(
    cpic_heif *picture, const uint8_t *bytes, size_t count, int longest, cpic_rows *rows,
    char message[CPIC_MESSAGE]) {
    picture->context = heif.context();
    if (!picture->context) return CPIC_NO_MEMORY;
    if (heif.limit) heif.limit(picture->context, longest);
    cpic_status status = status_of(heif.open(picture->context, bytes, count, NULL), message);
    if (status != CPIC_OK) return status;
    status = status_of(heif.primary(picture->context, &picture->handle), message);
    if (status != CPIC_OK) return status;
    int width = heif.width(picture->handle), height = heif.height(picture->handle);
    rows->width = width < 0 ? 0 : (uint32_t)width;
    rows->height = height < 0 ? 0 : (uint32_t)height;
    rows->channels = heif.has_opacity(picture->handle) ? 4 : 3;
    return CPIC_OK;
}

cpic_status cpic_heif_open(
    const uint8_t *bytes, size_t count, int longest, cpic_heif **picture, cpic_rows *rows,
    char message[CPIC_MESSAGE]) {
    *picture = NULL;
    *rows = (cpic_rows){0};
    cpic_status status = cpic_heif_library(message);
    if (status != CPIC_OK) return status;
    cpic_heif *made = calloc(1, sizeof *made);
    if (!made) return CPIC_NO_MEMORY;
    status = open_with(made, bytes, count, longest, rows, message);
    if (status == CPIC_OK)
        *picture = made;
    else
        cpic_heif_close(made);
    return status;
}

cpic_status cpic_heif_read(cpic_heif *picture, cpic_rows *rows, char message[CPIC_MESSAGE]) {
    int pixels = rows->channels == 4 ? PIXELS_RGBA : PIXELS_RGB;
    cpic_status status =
        status_of(heif.decode(picture->handle, &picture->image, COLOURS_RGB, pixels, NULL), message);
    if (status != CPIC_OK) return status;
    int stride = 0;
    const uint8_t *start = heif.plane(picture->image, PLANE_INTERLEAVED, &stride);
    int width = heif.image_width(picture->image, PLANE_INTERLEAVED);
    int height = heif.image_height(picture->image, PLANE_INTERLEAVED);
    if (!start || width != (int)rows->width || height != (int)rows->height || stride < width * rows->channels) {
        cpic_say(message, "its picture has another size than it declares");
        return CPIC_DAMAGED;
    }
    rows->start = (uint8_t *)start;
    rows->stride = (size_t)stride;
    return CPIC_OK;
}

void cpic_heif_close(cpic_heif *picture) {
    if (picture->image) heif.free_image(picture->image);
    if (picture->handle) heif.free_handle(picture->handle);
    if (picture->context) heif.free_context(picture->context);
    free(picture);
}
