// How a library is found; nobody else includes it.
#pragma once
#include "cpictures.h"

// Opens the first of the names that is there, ended by NULL; the message says what the loader said of the last.
void *cpic_open(const char *const names[], char message[CPIC_MESSAGE]);

// The function of that name. Where there is none, `missing` is set to the name.
void *cpic_function(void *handle, const char *name, const char **missing);

// Whether a library can be called, and why not.
typedef struct {
    int is_loaded;
    char problem[CPIC_MESSAGE];
} cpic_library;

// Takes note that all functions were found, or of one that was not.
void cpic_settle(cpic_library *library, const char *missing);

// What is known of the library.
cpic_status cpic_state(const cpic_library *library, char message[CPIC_MESSAGE]);

void cpic_say(char message[CPIC_MESSAGE], const char *text);
