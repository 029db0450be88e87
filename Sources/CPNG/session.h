// What reading and writing share; nobody else includes it.
#pragma once
#include "cpng.h"

#include <png.h>
#include <setjmp.h>

// Everything that must survive a jump lives here, in the frame of the function that set the jump up or on the heap.
typedef struct {
    jmp_buf jump;
    cpng_status status;
    png_structp png;
    png_infop info;
    char *message;         // of the caller, CPNG_MESSAGE bytes
    const uint8_t *source; // reading: the file
    size_t size, position; // reading: its length and how far it is read; writing: capacity and length
    cpng_result *result;   // writing
} cpng_session;

void cpng_on_error(png_structp png, png_const_charp message);
void cpng_on_warning(png_structp png, png_const_charp message);

// Ends what libpng is doing, by a jump.
void cpng_fail(cpng_session *s, cpng_status status, const char *message);
