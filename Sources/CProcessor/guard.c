// Runs before anything of Swift does, and is itself compiled for every processor: where instructions are missing that
// the rest was built with, it says so, instead of a signal later.

#include <string.h>
#include <unistd.h>

#include "cprocessor.h"

#ifndef COURSE_LEVEL
#if defined(__x86_64__)
#define COURSE_LEVEL 1
#else
#define COURSE_LEVEL 0
#endif
#endif

int course_level_of_build(void) { return COURSE_LEVEL; }

static void say(const char *text) {
    // Where nobody listens there is nobody to tell that either.
    if (write(STDERR_FILENO, text, strlen(text)) < 0) return;
}

__attribute__((constructor(101))) static void check_processor(void) {
    if (course_level_of_machine() >= COURSE_LEVEL) return;
    char missing[256];
    course_missing_instructions(COURSE_LEVEL, missing, sizeof missing);
    say("course was built for ");
    say(course_level_name(COURSE_LEVEL));
    say(COURSE_LEVEL >= 4 ? " (AVX-512), which this processor lacks: " : " (AVX2 and FMA), which this processor lacks: ");
    say(missing);
    say(".\nBuild it here with Scripts/course, or use the build that travels (Scripts/build-portable).\n");
    _exit(1);
}
