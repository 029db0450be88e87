// Where a thread runs: C, since the calls are the system's own and Swift does not see them.

#define _GNU_SOURCE

#include "cprocessor.h"

#ifdef __linux__
#include <sched.h>
#include <string.h>

_Static_assert(sizeof(cpu_set_t) <= sizeof(struct course_cores), "a set of cores must fit");

int course_keep_on_core(int number, int count, struct course_cores *before) {
    cpu_set_t allowed, one;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0 || CPU_COUNT(&allowed) != count) return 0;
    int core = 0;
    for (int left = number; core < CPU_SETSIZE; core++) {
        if (CPU_ISSET(core, &allowed) && left-- == 0) break;
    }
    if (core == CPU_SETSIZE) return 0;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    memcpy(before, &allowed, sizeof allowed);
    return sched_setaffinity(0, sizeof one, &one) == 0;
}

void course_leave_core(const struct course_cores *before) {
    cpu_set_t allowed;
    memcpy(&allowed, before, sizeof allowed);
    sched_setaffinity(0, sizeof allowed, &allowed);
}
#else
int course_keep_on_core(int number, int count, struct course_cores *before) {
    (void)number, (void)count, (void)before;
    return 0;
}

void course_leave_core(const struct course_cores *before) { (void)before; }
#endif
