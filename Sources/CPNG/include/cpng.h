// PNG in and out of memory, by libpng.
//
// libpng reports an error by longjmp, which must not cross a Swift frame. These functions own the jump and the limits,
// and answer with a status and a sentence.
#pragma once
#include <stddef.h>
#include <stdint.h>

enum {
    CPNG_MESSAGE = 200,        // bytes for a message, its end included
    CPNG_MAX_SIDE = 16384,     // pixels, when reading
    CPNG_MAX_PIXELS = 50 << 20 // when reading: what cameras call 50 megapixels is up to 8192 x 6144
};

typedef enum {
    CPNG_OK = 0,
    CPNG_NOT_PNG,   // the signature is another
    CPNG_TOO_LARGE, // over a limit; width and height are set
    CPNG_DAMAGED,   // what libpng said is in the message
    CPNG_NO_MEMORY
} cpng_status;

// What a pixel is. Values are those of the PNG standard's colour types.
typedef enum { CPNG_GRAY = 0, CPNG_RGB = 2, CPNG_PALETTE = 3, CPNG_RGBA = 6 } cpng_color;

typedef struct {
    const char *keyword; // 1 to 79 bytes of Latin-1
    const char *text;    // Latin-1, or UTF-8 where international is set
    int international;   // iTXt where set, tEXt where not
} cpng_text;

typedef struct {
    uint32_t width, height;
    cpng_color color;
    int bit_depth;             // 1, 2, 4, 8
    const uint8_t *data;       // the rows, filtered and compressed: the zlib stream of the IDAT chunk
    size_t data_count;
    const uint8_t *palette;    // four bytes a colour: red, green, blue, opacity
    size_t palette_count;      // at most 256
    uint32_t pixels_per_metre; // 0: not stated
    const cpng_text *texts;
    size_t text_count;
} cpng_picture;

typedef struct {
    uint32_t width, height;
    uint8_t *bytes; // free with cpng_free
    size_t count;
    char message[CPNG_MESSAGE];
} cpng_result;

// Writes a picture as a PNG file into result->bytes.
cpng_status cpng_write(const cpng_picture *picture, cpng_result *result);

// A file that is being read. Its bytes have to stay where they are until it is closed.
typedef struct cpng_reader cpng_reader;

typedef struct {
    uint32_t width, height; // set as far as they are known, also where the file is refused
    int channels;           // 1 where the file is grey, 3 where it has colours
    int bits;               // 16, or 8 for that and less
    char message[CPNG_MESSAGE];
} cpng_header;

// Where samples go: uint8_t or uint16_t, rows `pitch` samples apart.
typedef struct {
    void *start[3];
    size_t pitch;
} cpng_planes;

// Reads a file up to its pixels. Where it answers CPNG_OK there is a reader to be closed, else none.
cpng_status cpng_open(const uint8_t *bytes, size_t count, cpng_reader **reader, cpng_header *header);

// Reads the pixels, laid on white, into as many planes as the header has channels. Sixteen bits stay sixteen. A reader
// reads once; after any other answer than CPNG_OK the samples mean nothing.
cpng_status cpng_read_planes(cpng_reader *reader, const cpng_planes *planes, cpng_header *header);

// Reads the pixels as red, green, blue, opacity, a byte each, no gaps, instead.
cpng_status cpng_read_rgba(cpng_reader *reader, uint8_t *pixels, cpng_header *header);

void cpng_close(cpng_reader *reader);

void cpng_free(void *bytes);

// The check sum of a chunk: its name and its content (zlib's crc32).
uint32_t cpng_crc(const uint8_t *bytes, size_t count);

// The version of the libpng that is used.
const char *cpng_version(void);
