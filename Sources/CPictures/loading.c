#include "loading.h"

#include <dlfcn.h>
#include <stdio.h>

void cpic_say(char message[CPIC_MESSAGE], const char *text) {
    snprintf(message, CPIC_MESSAGE, "%s", text ? text : "it gives no reason");
}

void *cpic_open(const char *const names[], char message[CPIC_MESSAGE]) {
    for (; *names; names++) {
        void *handle = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
        if (handle) {
            message[0] = 0;
            return handle;
        }
        cpic_say(message, dlerror());
    }
    return NULL;
}

void *cpic_function(void *handle, const char *name, const char **missing) {
    void *function = dlsym(handle, name);
    if (!function) *missing = name;
    return function;
}

void cpic_settle(cpic_library *library, const char *missing) {
    if (missing)
        snprintf(library->problem, sizeof library->problem, "it has no %s", missing);
    else
        library->is_loaded = 1;
}

cpic_status cpic_state(const cpic_library *library, char message[CPIC_MESSAGE]) {
    cpic_say(message, library->problem);
    return library->is_loaded ? CPIC_OK : CPIC_NO_LIBRARY;
}
