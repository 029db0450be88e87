// How a library is found; nobody else includes it.
#pragma once
#include "cpictures.h"

// Opens the first of the names that is there, ended by NULL; the message says what the loader said of the last.
void *cpic_open(const char *const names[], char message[CPIC_MESSAGE]);

// The function of that name. Where there is none, `missing` is set to the name.
void *cpic_function(void *handle, const char *name, const char **missing);

void cpic_say(char message[CPIC_MESSAGE], const char *text);
