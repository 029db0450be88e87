#include "session.h"

#include <stdlib.h>
#include <string.h>

struct cpng_reader {
    cpng_session session;
    cpng_header header;
    uint8_t *row; // one row of a pass, as libpng hands it over
};

static void on_read(png_structp png, png_bytep target, size_t count) {
    cpng_session *s = png_get_io_ptr(png);
    if (count > s->size - s->position) cpng_fail(s, CPNG_DAMAGED, "the file ends too early");
    memcpy(target, s->source + s->position, count);
    s->position += count;
}

// Only what changes the pixels is read: a comment or a colour profile could inflate to any size.
static void skip_ancillary(cpng_session *s) {
    static const png_byte names[] = "tEXt\0zTXt\0iTXt\0iCCP\0eXIf\0sPLT\0hIST\0tIME\0sCAL\0pCAL";
    png_set_keep_unknown_chunks(s->png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
    png_set_keep_unknown_chunks(s->png, PNG_HANDLE_CHUNK_NEVER, names, (int)(sizeof names / 5));
}

// A byte of a deflated stream holds at most 1,032 bytes, so a short file has not the pixels that it declares; and no
// memory is taken for them.
static int can_hold_its_rows(const cpng_session *s, const cpng_header *header) {
    uint64_t channels = png_get_channels(s->png, s->info), depth = png_get_bit_depth(s->png, s->info);
    uint64_t row = 1 + (channels * depth * header->width + 7) / 8;
    return row * header->height <= 1032 * (uint64_t)s->size;
}

static cpng_status open_guarded(cpng_reader *reader) {
    cpng_session *s = &reader->session;
    if (setjmp(s->jump)) return s->status;
    s->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, s, cpng_on_error, cpng_on_warning);
    s->info = s->png ? png_create_info_struct(s->png) : NULL;
    if (!s->info) return CPNG_NO_MEMORY;
    png_set_read_fn(s->png, s, on_read);
    png_set_user_limits(s->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); // checked below, where the size can be told
    png_set_chunk_cache_max(s->png, 64);
    png_set_chunk_malloc_max(s->png, 1 << 20);
    skip_ancillary(s);
    png_read_info(s->png, s->info);
    cpng_header *header = &reader->header;
    header->width = png_get_image_width(s->png, s->info);
    header->height = png_get_image_height(s->png, s->info);
    if (header->width > CPNG_MAX_SIDE || header->height > CPNG_MAX_SIDE ||
        (uint64_t)header->width * header->height > CPNG_MAX_PIXELS)
        cpng_fail(s, CPNG_TOO_LARGE, "the picture is too large");
    if (!can_hold_its_rows(s, header)) cpng_fail(s, CPNG_DAMAGED, "the file is too short for its pixels");
    header->bits = png_get_bit_depth(s->png, s->info) == 16 ? 16 : 8;
    header->channels = png_get_color_type(s->png, s->info) & PNG_COLOR_MASK_COLOR ? 3 : 1;
    return CPNG_OK;
}

cpng_status cpng_open(const uint8_t *bytes, size_t count, cpng_reader **reader, cpng_header *header) {
    memset(header, 0, sizeof *header);
    *reader = NULL;
    if (count < 8 || png_sig_cmp(bytes, 0, 8)) return CPNG_NOT_PNG;
    cpng_reader *made = calloc(1, sizeof *made);
    if (!made) return CPNG_NO_MEMORY;
    made->session.source = bytes;
    made->session.size = count;
    made->session.message = made->header.message;
    cpng_status status = open_guarded(made);
    *header = made->header;
    if (status == CPNG_OK)
        *reader = made;
    else
        cpng_close(made);
    return status;
}

// MARK: rows

// Opacity `a` of `most` lets the paper shine through.
static inline uint32_t over_white(uint32_t sample, uint32_t a, uint32_t most) {
    return (sample * a + most * (most - a) + most / 2) / most;
}

static inline uint32_t word(const uint8_t *bytes) { return (uint32_t)bytes[0] << 8 | bytes[1]; }

// Where the pixels of a row go: the first one, and how far apart they lie.
typedef struct {
    size_t first, step;
} placement;

static void put_bytes(const cpng_reader *reader, const cpng_planes *planes, int samples, size_t count, placement to) {
    int colours = reader->header.channels;
    for (int channel = 0; channel < colours; channel++) {
        const uint8_t *from = reader->row;
        uint8_t *target = (uint8_t *)planes->start[channel] + to.first;
        if (samples == colours)
            for (size_t i = 0; i < count; i++) target[i * to.step] = from[i * samples + channel];
        else
            for (size_t i = 0; i < count; i++, from += samples)
                target[i * to.step] = (uint8_t)over_white(from[channel], from[colours], 255);
    }
}

static void put_words(const cpng_reader *reader, const cpng_planes *planes, int samples, size_t count, placement to) {
    int colours = reader->header.channels;
    for (int channel = 0; channel < colours; channel++) {
        const uint8_t *from = reader->row;
        uint16_t *target = (uint16_t *)planes->start[channel] + to.first;
        for (size_t i = 0; i < count; i++, from += 2 * samples) {
            uint32_t sample = word(from + 2 * channel);
            if (samples > colours) sample = over_white(sample, word(from + 2 * colours), 65535);
            target[i * to.step] = (uint16_t)sample;
        }
    }
}

// Interlaced rows go straight to where they belong, so that no second picture is needed to sort them.
static void read_pass(cpng_reader *reader, const cpng_planes *planes, int samples, int pass, int is_interlaced) {
    const cpng_header *header = &reader->header;
    uint32_t rows = is_interlaced ? PNG_PASS_ROWS(header->height, pass) : header->height;
    uint32_t columns = is_interlaced ? PNG_PASS_COLS(header->width, pass) : header->width;
    if (rows == 0 || columns == 0) return; // libpng leaves such a pass out
    for (uint32_t row = 0; row < rows; row++) {
        png_read_row(reader->session.png, reader->row, NULL);
        size_t line = is_interlaced ? PNG_ROW_FROM_PASS_ROW(row, pass) : row;
        placement to = {.first = line * planes->pitch, .step = 1};
        if (is_interlaced) {
            to.first += PNG_PASS_START_COL(pass);
            to.step = (size_t)1 << PNG_PASS_COL_SHIFT(pass);
        }
        (header->bits == 16 ? put_words : put_bytes)(reader, planes, samples, columns, to);
    }
}

static cpng_status read_planes_guarded(cpng_reader *reader, const cpng_planes *planes) {
    cpng_session *s = &reader->session;
    if (setjmp(s->jump)) return s->status;
    png_set_expand(s->png);
    int is_interlaced = png_get_interlace_type(s->png, s->info) == PNG_INTERLACE_ADAM7;
    png_read_update_info(s->png, s->info);
    int samples = png_get_channels(s->png, s->info);
    if (png_get_bit_depth(s->png, s->info) != reader->header.bits || samples < reader->header.channels ||
        samples > reader->header.channels + 1)
        cpng_fail(s, CPNG_DAMAGED, "a row of unexpected form");
    reader->row = calloc(png_get_rowbytes(s->png, s->info), 1);
    if (!reader->row) cpng_fail(s, CPNG_NO_MEMORY, "no memory for a row");
    for (int pass = 0; pass < (is_interlaced ? 7 : 1); pass++) read_pass(reader, planes, samples, pass, is_interlaced);
    png_read_end(s->png, NULL);
    return CPNG_OK;
}

cpng_status cpng_read_planes(cpng_reader *reader, const cpng_planes *planes, cpng_header *header) {
    cpng_status status = read_planes_guarded(reader, planes);
    *header = reader->header;
    return status;
}

static cpng_status read_rgba_guarded(cpng_reader *reader, uint8_t *pixels) {
    cpng_session *s = &reader->session;
    if (setjmp(s->jump)) return s->status;
    png_set_expand(s->png);
    png_set_scale_16(s->png);
    png_set_gray_to_rgb(s->png);
    png_set_add_alpha(s->png, 0xff, PNG_FILLER_AFTER);
    int passes = png_set_interlace_handling(s->png);
    png_read_update_info(s->png, s->info);
    size_t stride = 4 * (size_t)reader->header.width;
    if (png_get_rowbytes(s->png, s->info) != stride) cpng_fail(s, CPNG_DAMAGED, "a row of unexpected length");
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t row = 0; row < reader->header.height; row++)
            png_read_row(s->png, pixels + row * stride, NULL);
    png_read_end(s->png, NULL);
    return CPNG_OK;
}

cpng_status cpng_read_rgba(cpng_reader *reader, uint8_t *pixels, cpng_header *header) {
    cpng_status status = read_rgba_guarded(reader, pixels);
    *header = reader->header;
    return status;
}

void cpng_close(cpng_reader *reader) {
    png_destroy_read_struct(&reader->session.png, &reader->session.info, NULL);
    free(reader->row);
    free(reader);
}
