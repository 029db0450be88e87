#include "loading.h"

#include <pthread.h>

// Of turbojpeg.h, as it has been since version 2.0.
typedef void *turbo;
enum { PIXELS_RGB = 0, PIXELS_GRAY = 6, PIXELS_CMYK = 11 };
enum { STOP_ON_WARNING = 8192, LIMIT_SCANS = 32768 };

static struct {
    turbo (*init)(void);
    int (*header)(turbo, const unsigned char *, unsigned long, int *, int *, int *, int *);
    int (*read)(turbo, const unsigned char *, unsigned long, unsigned char *, int, int, int, int, int);
    char *(*problem)(turbo);
    int (*destroy)(turbo);
} jpeg;

static cpic_library library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
#ifdef __APPLE__
    static const char *const names[] = {
        "libturbojpeg.0.dylib", "/opt/homebrew/opt/jpeg-turbo/lib/libturbojpeg.0.dylib",
        "/usr/local/opt/jpeg-turbo/lib/libturbojpeg.0.dylib", NULL};
#else
    static const char *const names[] = {"libturbojpeg.so.0", NULL};
#endif
    void *handle = cpic_open(names, library.problem);
    if (!handle) return;
    const char *missing = NULL;
    jpeg.init = (__typeof__(jpeg.init))cpic_function(handle, "tjInitDecompress", &missing);
    jpeg.header = (__typeof__(jpeg.header))cpic_function(handle, "tjDecompressHeader3", &missing);
    jpeg.read = (__typeof__(jpeg.read))cpic_function(handle, "tjDecompress2", &missing);
    jpeg.problem = (__typeof__(jpeg.problem))cpic_function(handle, "tjGetErrorStr2", &missing);
    jpeg.destroy = (__typeof__(jpeg.destroy))cpic_function(handle, "tjDestroy", &missing);
    cpic_settle(&library, missing);
}

cpic_status cpic_jpeg_library(char message[CPIC_MESSAGE]) {
    pthread_once(&once, load);
    return cpic_state(&library, message);
}

static cpic_status read_with(
    turbo handle, const uint8_t *bytes, size_t count, const cpic_rows *rows, int is_strict,
    char message[CPIC_MESSAGE]) {
    // What the library takes for the size has to be what the caller has made room for. Its answer is -1 also where it
    // knows no name for the colours' sizes, which does not matter here.
    int width = 0, height = 0, sampling = 0, space = 0;
    jpeg.header(handle, bytes, (unsigned long)count, &width, &height, &sampling, &space);
    if (width != (int)rows->width || height != (int)rows->height) {
        cpic_say(message, width == 0 ? jpeg.problem(handle) : "it declares two sizes");
        return CPIC_DAMAGED;
    }
    int pixels = rows->channels == 1 ? PIXELS_GRAY : rows->channels == 3 ? PIXELS_RGB : PIXELS_CMYK;
    int flags = LIMIT_SCANS | (is_strict ? STOP_ON_WARNING : 0);
    int answer = jpeg.read(
        handle, bytes, (unsigned long)count, rows->start, width, (int)rows->stride, height, pixels, flags);
    cpic_say(message, answer == 0 ? "" : jpeg.problem(handle));
    return answer == 0 ? CPIC_OK : CPIC_DAMAGED;
}

cpic_status cpic_jpeg_read(
    const uint8_t *bytes, size_t count, const cpic_rows *rows, int is_strict, char message[CPIC_MESSAGE]) {
    cpic_status status = cpic_jpeg_library(message);
    if (status != CPIC_OK) return status;
    turbo handle = jpeg.init();
    if (!handle) return CPIC_NO_MEMORY;
    status = read_with(handle, bytes, count, rows, is_strict, message);
    jpeg.destroy(handle);
    return status;
}
