#include "cpng.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// Everything that must survive a jump lives here, in the frame of the function that set the jump up.
typedef struct {
    jmp_buf jump;
    cpng_status status;
    png_structp png;
    png_infop info;
    cpng_result *result;
    const uint8_t *source; // reading: the file
    size_t size, position; // reading: its length and how far it is read; writing: capacity and length
} session;

static void on_error(png_structp png, png_const_charp message) {
    session *s = png_get_error_ptr(png);
    if (s->status == CPNG_OK) s->status = CPNG_DAMAGED;
    strncpy(s->result->message, message, CPNG_MESSAGE - 1);
    s->result->message[CPNG_MESSAGE - 1] = 0;
    longjmp(s->jump, 1);
}

// libpng warns of what it can mend or leave out, such as a damaged comment.
static void on_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static void fail(session *s, cpng_status status, const char *message) {
    s->status = status;
    png_error(s->png, message);
}

static void on_read(png_structp png, png_bytep target, size_t count) {
    session *s = png_get_io_ptr(png);
    if (count > s->size - s->position) fail(s, CPNG_DAMAGED, "the file ends too early");
    memcpy(target, s->source + s->position, count);
    s->position += count;
}

static void on_write(png_structp png, png_bytep source, size_t count) {
    session *s = png_get_io_ptr(png);
    if (count > s->size - s->position) {
        size_t size = 2 * s->size + count;
        uint8_t *bytes = realloc(s->result->bytes, size);
        if (!bytes) fail(s, CPNG_NO_MEMORY, "no memory for the file");
        s->result->bytes = bytes;
        s->size = size;
    }
    memcpy(s->result->bytes + s->position, source, count);
    s->position += count;
}

static void on_flush(png_structp png) { (void)png; }

// MARK: reading

// Only what changes the pixels is read: a comment or a colour profile could inflate to any size.
static void skip_ancillary(session *s) {
    static const png_byte names[] = "tEXt\0zTXt\0iTXt\0iCCP\0eXIf\0sPLT\0hIST\0tIME\0sCAL\0pCAL";
    png_set_keep_unknown_chunks(s->png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
    png_set_keep_unknown_chunks(s->png, PNG_HANDLE_CHUNK_NEVER, names, (int)(sizeof names / 5));
}

// Any kind of PNG becomes eight bits of red, green, blue and opacity.
static void ask_for_rgba(session *s) {
    png_set_expand(s->png);
    png_set_scale_16(s->png);
    png_set_gray_to_rgb(s->png);
    png_set_add_alpha(s->png, 0xff, PNG_FILLER_AFTER);
}

static void read_rows(session *s) {
    cpng_result *result = s->result;
    int passes = png_set_interlace_handling(s->png);
    png_read_update_info(s->png, s->info);
    size_t stride = 4 * (size_t)result->width;
    if (png_get_rowbytes(s->png, s->info) != stride) fail(s, CPNG_DAMAGED, "a row of unexpected length");
    result->count = stride * result->height;
    result->bytes = calloc(result->count, 1);
    if (!result->bytes) fail(s, CPNG_NO_MEMORY, "no memory for the pixels");
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t row = 0; row < result->height; row++)
            png_read_row(s->png, result->bytes + row * stride, NULL);
}

static cpng_status read_guarded(session *s) {
    if (setjmp(s->jump)) return s->status;
    s->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, s, on_error, on_warning);
    s->info = s->png ? png_create_info_struct(s->png) : NULL;
    if (!s->info) return CPNG_NO_MEMORY;
    png_set_read_fn(s->png, s, on_read);
    png_set_user_limits(s->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); // checked below, where the size can be told
    png_set_chunk_cache_max(s->png, 64);
    png_set_chunk_malloc_max(s->png, 1 << 20);
    skip_ancillary(s);
    png_read_info(s->png, s->info);
    s->result->width = png_get_image_width(s->png, s->info);
    s->result->height = png_get_image_height(s->png, s->info);
    if (s->result->width > CPNG_MAX_SIDE || s->result->height > CPNG_MAX_SIDE ||
        (uint64_t)s->result->width * s->result->height > CPNG_MAX_PIXELS)
        fail(s, CPNG_TOO_LARGE, "the picture is too large");
    ask_for_rgba(s);
    read_rows(s);
    png_read_end(s->png, NULL);
    return CPNG_OK;
}

cpng_status cpng_read(const uint8_t *bytes, size_t count, cpng_result *result) {
    memset(result, 0, sizeof *result);
    if (count < 8 || png_sig_cmp(bytes, 0, 8)) return CPNG_NOT_PNG;
    session s = {.result = result, .source = bytes, .size = count};
    cpng_status status = read_guarded(&s);
    png_destroy_read_struct(&s.png, &s.info, NULL);
    if (status != CPNG_OK) {
        free(result->bytes);
        result->bytes = NULL;
        result->count = 0;
    }
    return status;
}

// MARK: writing

static void describe(session *s, const cpng_picture *picture) {
    png_set_user_limits(s->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_IHDR(
        s->png, s->info, picture->width, picture->height, picture->bit_depth, picture->color, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(s->png, s->info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (picture->pixels_per_metre)
        png_set_pHYs(
            s->png, s->info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
}

static void describe_palette(session *s, const cpng_picture *picture) {
    png_color colors[256];
    png_byte opacities[256];
    int transparent = 0; // how many of the first colours the opacity must be told of
    int count = picture->palette_count > 256 ? 256 : (int)picture->palette_count;
    for (int i = 0; i < count; i++) {
        const uint8_t *rgba = picture->palette + 4 * i;
        colors[i] = (png_color){rgba[0], rgba[1], rgba[2]};
        opacities[i] = rgba[3];
        if (rgba[3] != 255) transparent = i + 1;
    }
    png_set_PLTE(s->png, s->info, colors, count);
    if (transparent) png_set_tRNS(s->png, s->info, opacities, transparent, NULL);
}

static void describe_text(session *s, const cpng_text *text) {
    png_text entry = {
        .compression = text->international ? PNG_ITXT_COMPRESSION_NONE : PNG_TEXT_COMPRESSION_NONE,
        .key = (png_charp)text->keyword,
        .text = (png_charp)text->text,
        .lang = "",
        .lang_key = "",
    };
    png_set_text(s->png, s->info, &entry, 1);
}

static cpng_status write_guarded(session *s, const cpng_picture *picture) {
    if (setjmp(s->jump)) return s->status;
    s->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, s, on_error, on_warning);
    s->info = s->png ? png_create_info_struct(s->png) : NULL;
    if (!s->info) return CPNG_NO_MEMORY;
    png_set_write_fn(s->png, s, on_write, on_flush);
    describe(s, picture);
    if (picture->color == CPNG_PALETTE) describe_palette(s, picture);
    for (size_t i = 0; i < picture->text_count; i++) describe_text(s, &picture->texts[i]);
    png_write_info(s->png, s->info);
    // The rows are compressed already, so libpng has only to frame them. png_write_end would miss rows.
    png_write_chunk(s->png, (png_const_bytep)"IDAT", picture->data, picture->data_count);
    png_write_chunk(s->png, (png_const_bytep)"IEND", NULL, 0);
    return CPNG_OK;
}

cpng_status cpng_write(const cpng_picture *picture, cpng_result *result) {
    memset(result, 0, sizeof *result);
    session s = {.result = result};
    cpng_status status = write_guarded(&s, picture);
    png_destroy_write_struct(&s.png, &s.info);
    result->width = picture->width;
    result->height = picture->height;
    result->count = s.position;
    if (status != CPNG_OK) {
        free(result->bytes);
        result->bytes = NULL;
        result->count = 0;
    }
    return status;
}

void cpng_free(void *bytes) { free(bytes); }

const char *cpng_version(void) { return png_get_libpng_ver(NULL); }

uint32_t cpng_crc(const uint8_t *bytes, size_t count) {
    return (uint32_t)crc32(crc32(0, NULL, 0), bytes, (uInt)count);
}
