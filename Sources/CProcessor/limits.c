// Limits that a shell has set (`ulimit`) and under which the program would die of a signal: raised where that is allowed,
// told in words where it is not. Before anything of Swift runs, as in guard.c.

#define _GNU_SOURCE

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <pthread.h>
#endif

enum {
    usual_stack = 8 << 20,
    least_stack = 1 << 20,
};

#ifdef __GLIBC__
// Threads that a library starts get the stack that the limit allowed when the program began.
static void set_stack_of_threads(size_t size) {
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) return;
    if (pthread_attr_setstacksize(&attributes, size) == 0) pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
}
#endif

__attribute__((constructor(102))) static void check_limits(void) {
    struct rlimit stack;
    if (getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur < usual_stack) {
        rlim_t allowed = stack.rlim_max < usual_stack ? stack.rlim_max : usual_stack;
        if (allowed < least_stack) {
            dprintf(
                STDERR_FILENO,
                "course needs a stack of %d KB, and this shell allows %llu KB. Raise the limit (ulimit -s 8192), or type "
                "the command in a new shell.\n",
                least_stack >> 10, (unsigned long long)allowed >> 10);
            _exit(1);
        }
        stack.rlim_cur = allowed;
        setrlimit(RLIMIT_STACK, &stack);
#ifdef __GLIBC__
        set_stack_of_threads(allowed);
#endif
    }
#ifdef __GLIBC__
    // Each thread's heap reserves 64 MB of addresses; where those are counted, all share one.
    struct rlimit addresses;
    if (getrlimit(RLIMIT_AS, &addresses) == 0 && addresses.rlim_cur != RLIM_INFINITY) mallopt(M_ARENA_MAX, 1);
#endif
}
