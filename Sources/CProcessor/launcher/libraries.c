#include "libraries.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#ifdef __linux__
#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <unistd.h>

#if defined(__x86_64__)
#define TRIPLE "x86_64-linux-gnu"
#else
#define TRIPLE "aarch64-linux-gnu"
#endif

/// Whether a library can be loaded. Loading takes milliseconds of every start, so the usual places are looked at first.
static int is_there(const char *name) {
    static const char *const folders[] = {"/usr/lib/" TRIPLE, "/lib/" TRIPLE, "/usr/lib64", "/lib64"};
    char path[PATH_MAX];
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", folders[i], name);
        if (access(path, R_OK) == 0) return 1;
    }
    return dlopen(name, RTLD_LAZY) != NULL;
}

/// Whether version `has` is `needs` or newer: 2.36 and 2.4.
static int is_new_enough(const char *has, const char *needs) {
    int has_major = 0, has_minor = 0, needs_major = 0, needs_minor = 0;
    if (sscanf(has, "%d.%d", &has_major, &has_minor) != 2) return 1;
    if (sscanf(needs, "%d.%d", &needs_major, &needs_minor) != 2) return 1;
    return has_major != needs_major ? has_major > needs_major : has_minor >= needs_minor;
}

/// Adds a word to a list unless it is there.
static void add(char *list, size_t size, const char *word, const char *separator) {
    size_t used = strlen(list), length = strlen(word);
    for (const char *found = list; (found = strstr(found, word)) != NULL; found += length) {
        char before = found == list ? ' ' : found[-1], after = found[length];
        if (before == ' ' && (after == 0 || after == ' ' || after == ',')) return;
    }
    if (used + strlen(separator) + length + 1 > size) return;
    snprintf(list + used, size - used, "%s%s", used > 0 ? separator : "", word);
}

int course_libraries_are_there(const char *folder) {
    char path[PATH_MAX + 16], line[512], name[128], package[128];
    char missing[2048] = "", packages[2048] = "";
    snprintf(path, sizeof path, "%s/lib/needed", folder);
    FILE *needed = fopen(path, "r");
    if (needed == NULL) return 1;
    while (fgets(line, sizeof line, needed) != NULL) {
        int words = sscanf(line, "%127s %127s", name, package);
        if (words < 1) continue;
        if (strcmp(name, "glibc") == 0) {
            if (words < 2 || is_new_enough(gnu_get_libc_version(), package)) continue;
            fprintf(
                stderr,
                "course was built for systems with glibc %s or newer, and this one has %s. Take a newer system, or "
                "build the course here from its sources with Scripts/course.\n",
                package, gnu_get_libc_version());
            fclose(needed);
            return 0;
        }
        if (is_there(name)) continue;
        add(missing, sizeof missing, name, ", ");
        if (words == 2) add(packages, sizeof packages, package, " ");
    }
    fclose(needed);
    if (missing[0] == 0) return 1;
    fprintf(stderr, "course needs libraries that this system lacks: %s.\n", missing);
    if (packages[0] != 0)
        fprintf(
            stderr, "On Debian and Ubuntu they are in these packages:\n    sudo apt-get install %s\n", packages);
    return 0;
}

#else

int course_libraries_are_there(const char *folder) {
    (void)folder;
    return 1;
}

#endif
