#include "session.h"

#include <stdlib.h>
#include <string.h>

static void on_write(png_structp png, png_bytep source, size_t count) {
    cpng_session *s = png_get_io_ptr(png);
    if (count > s->size - s->position) {
        size_t size = 2 * s->size + count;
        uint8_t *bytes = realloc(s->result->bytes, size);
        if (!bytes) cpng_fail(s, CPNG_NO_MEMORY, "no memory for the file");
        s->result->bytes = bytes;
        s->size = size;
    }
    memcpy(s->result->bytes + s->position, source, count);
    s->position += count;
}

static void on_flush(png_structp png) { (void)png; }

static void describe(cpng_session *s, const cpng_picture *picture) {
    png_set_user_limits(s->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_IHDR(
        s->png, s->info, picture->width, picture->height, picture->bit_depth, picture->color, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(s->png, s->info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (picture->pixels_per_metre)
        png_set_pHYs(
            s->png, s->info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
}

static void describe_palette(cpng_session *s, const cpng_picture *picture) {
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

static void describe_text(cpng_session *s, const cpng_text *text) {
    png_text entry = {
        .compression = text->international ? PNG_ITXT_COMPRESSION_NONE : PNG_TEXT_COMPRESSION_NONE,
        .key = (png_charp)text->keyword,
        .text = (png_charp)text->text,
        .lang = "",
        .lang_key = "",
    };
    png_set_text(s->png, s->info, &entry, 1);
}

static cpng_status write_guarded(cpng_session *s, const cpng_picture *picture) {
    if (setjmp(s->jump)) return s->status;
    s->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, s, cpng_on_error, cpng_on_warning);
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
    cpng_session s = {.result = result, .message = result->message};
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
