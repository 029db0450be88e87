// Where a thread runs: C, since the calls are the system's own and Swift does not see them.

#define _GNU_SOURCE

#include "cprocessor.h"

#ifdef __linux__
#include <pthread.h>
#include <sched.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

_Static_assert(sizeof(cpu_set_t) <= sizeof(struct course_cores), "a set of cores must fit");

int course_keep_on_core(int number, int count, struct course_cores *before, struct course_thread *self) {
    cpu_set_t allowed, one;
    clockid_t clock;
    if (pthread_getcpuclockid(pthread_self(), &clock) != 0) return 0;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0 || CPU_COUNT(&allowed) != count) return 0;
    int core = 0;
    for (int left = number; core < CPU_SETSIZE; core++) {
        if (CPU_ISSET(core, &allowed) && left-- == 0) break;
    }
    if (core == CPU_SETSIZE) return 0;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    memcpy(before, &allowed, sizeof allowed);
    *self = (struct course_thread){.id = syscall(SYS_gettid), .clock = clock, .core = core};
    return sched_setaffinity(0, sizeof one, &one) == 0;
}

void course_leave_core(const struct course_cores *before) {
    cpu_set_t allowed;
    memcpy(&allowed, before, sizeof allowed);
    sched_setaffinity(0, sizeof allowed, &allowed);
}

long long course_computed(const struct course_thread *thread) {
    struct timespec time;
    if (clock_gettime((clockid_t)thread->clock, &time) != 0) return 0;
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

void course_send_to_core(const struct course_thread *thread, int core) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    sched_setaffinity((pid_t)thread->id, sizeof one, &one);
}
#else
int course_keep_on_core(int number, int count, struct course_cores *before, struct course_thread *self) {
    (void)number, (void)count, (void)before, (void)self;
    return 0;
}

long long course_computed(const struct course_thread *thread) {
    (void)thread;
    return 0;
}

void course_send_to_core(const struct course_thread *thread, int core) { (void)thread, (void)core; }

void course_leave_core(const struct course_cores *before) { (void)before; }
#endif
