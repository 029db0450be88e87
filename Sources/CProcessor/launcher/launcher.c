// The build that travels: `course` beside a folder `lib` with the program at several levels of the instruction set.
// This picks the highest that the processor has, and becomes it. `Scripts/build-portable` compiles it, for every
// processor.

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

#include "cprocessor.h"
#include "libraries.h"

/// The path of this file, links resolved; 0 where the system does not tell.
static int find_self(char path[PATH_MAX]) {
#ifdef __APPLE__
    char raw[PATH_MAX];
    uint32_t size = sizeof raw;
    return _NSGetExecutablePath(raw, &size) == 0 && realpath(raw, path) != NULL;
#else
    return realpath("/proc/self/exe", path) != NULL;
#endif
}

/// The level to use: the machine's, or a lower one that COURSE_LEVEL names.
static int wanted_level(void) {
    int level = course_level_of_machine();
    const char *named = getenv("COURSE_LEVEL");
    if (named == NULL || named[0] == 0 || level == 0) return level;
    if (named[0] < '1' || named[0] > '4' || named[1] != 0) {
        fprintf(stderr, "COURSE_LEVEL takes 1, 2, 3 or 4, not \"%s\".\n", named);
        exit(64);
    }
    return named[0] - '0' < level ? named[0] - '0' : level;
}

/// What the program can do where nothing can be trained: say what is wrong, and what there would be.
static int runs_anywhere(int count, char **words) {
    static const char *const known[] = {"doctor", "help", "version", "--help", "-h", "--version"};
    if (count < 2) return 1;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(words[1], known[i]) == 0) return 1;
    // Help is asked for at the end of a command as well.
    for (int i = 2; i < count; i++)
        if (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0) return 1;
    return 0;
}

int main(int count, char **words) {
    int level = wanted_level();
    if (level > 0 && level < 3 && !runs_anywhere(count, words)) {
        char missing[256];
        course_missing_instructions(3, missing, sizeof missing);
        fprintf(
            stderr,
            "course needs the instructions of %s, which processors have had since Intel's Haswell (2013) and AMD's "
            "Excavator (2015).\n%s%s.\nHere it runs doctor, --help and --version alone.\n",
            course_level_name(3), missing[0] ? "This one lacks " : "COURSE_LEVEL forbids them", missing);
        return 1;
    }
    char self[PATH_MAX], program[PATH_MAX + 64];
    if (!find_self(self)) {
        fprintf(stderr, "course does not find itself; is /proc there?\n");
        return 1;
    }
    *strrchr(self, '/') = 0;
    if (!course_libraries_are_there(self)) return 1;
    // A level may be left out of the folder, or damaged; the next one below does as well.
    int reason = ENOENT;
    for (int tried = level; tried >= (level == 0 ? 0 : 1); tried--) {
        snprintf(program, sizeof program, "%s/lib/course-%s", self, course_level_name(tried));
        if (access(program, F_OK) != 0) continue;
        setenv("COURSE_CHOSEN", course_level_name(tried), 1);
        execv(program, words);
        reason = errno;
    }
    fprintf(
        stderr, "%s/lib holds no program for %s that runs (%s); copy the folder whole.\n", self,
        course_level_name(level), strerror(reason));
    return 1;
}
