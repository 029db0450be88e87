// Pictures out of memory, by libraries that are loaded when the first picture of their kind is read: libjpeg-turbo
// (its TurboJPEG functions), libwebp and libheif.
//
// The few functions that are used are declared here, not in the libraries' headers: the program is built without them,
// starts without them, and says what to install where one is missing. All of these functions have been the same for
// years, and newer versions of the libraries keep them.
#pragma once
#include <stddef.h>
#include <stdint.h>

enum { CPIC_MESSAGE = 256 }; // bytes for a message, its end included

typedef enum {
    CPIC_OK = 0,
    CPIC_NO_LIBRARY,  // the library is not on this machine; what the loader said is in the message
    CPIC_DAMAGED,     // what the library said is in the message
    CPIC_UNSUPPORTED, // the same, of a file that the library can't decode
    CPIC_NO_MEMORY
} cpic_status;

// Rows of `channels` bytes a pixel, `stride` bytes apart.
typedef struct {
    uint8_t *start;
    size_t stride;
    uint32_t width, height;
    int channels;
} cpic_rows;

// MARK: JPEG

// Whether libjpeg-turbo is there; the message then is empty.
cpic_status cpic_jpeg_library(char message[CPIC_MESSAGE]);

// Reads a JPEG file into rows of its own size: 1 channel (grey), 3 (red, green, blue) or 4 (ink as the file holds it).
// `is_strict` stops at the first thing that the library would mend; what it mended last is in the message else.
cpic_status cpic_jpeg_read(
    const uint8_t *bytes, size_t count, const cpic_rows *rows, int is_strict, char message[CPIC_MESSAGE]);

// MARK: WebP

// Whether libwebp is there.
cpic_status cpic_webp_library(char message[CPIC_MESSAGE]);

typedef struct {
    uint32_t width, height;
    int has_opacity, is_animated;
} cpic_webp_header;

// What a WebP file says of itself.
cpic_status cpic_webp_open(const uint8_t *bytes, size_t count, cpic_webp_header *header, char message[CPIC_MESSAGE]);

// Reads a WebP file into rows of its own size: 3 channels, or 4 with the opacity.
cpic_status cpic_webp_read(const uint8_t *bytes, size_t count, const cpic_rows *rows, char message[CPIC_MESSAGE]);

// MARK: HEIC and AVIF

// Whether libheif is there.
cpic_status cpic_heif_library(char message[CPIC_MESSAGE]);

typedef struct cpic_heif cpic_heif;

// Finds the main picture of a file, whose bytes have to stay where they are. Where it answers CPIC_OK there is a
// picture to be closed, else none. Of `rows`, its size as it is shown and the channels are set: 3, or 4 with the opacity.
// No side that is over `longest` is decoded, whatever the file says of its size.
cpic_status cpic_heif_open(
    const uint8_t *bytes, size_t count, int longest, cpic_heif **picture, cpic_rows *rows,
    char message[CPIC_MESSAGE]);

// Decodes the picture, turned as it is shown. The rows belong to the picture.
cpic_status cpic_heif_read(cpic_heif *picture, cpic_rows *rows, char message[CPIC_MESSAGE]);

void cpic_heif_close(cpic_heif *picture);
