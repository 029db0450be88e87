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
    least_addresses = 200 << 20,
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
    struct rlimit addresses;
    if (getrlimit(RLIMIT_AS, &addresses) != 0 || addresses.rlim_cur == RLIM_INFINITY) return;
    if (addresses.rlim_cur < least_addresses) {
        dprintf(
            STDERR_FILENO,
            "course needs %d MB of memory to start, and this shell allows %llu MB. Raise the limit (ulimit -v "
            "unlimited), or type the command in a new shell.\n",
            least_addresses >> 20, (unsigned long long)addresses.rlim_cur >> 20);
        _exit(1);
    }
#ifdef __GLIBC__
    // Where addresses are counted, all threads share one heap, since each would reserve 64 MB for its own, and none
    // reserves more stack than it needs.
    mallopt(M_ARENA_MAX, 1);
    set_stack_of_threads(least_stack);
#endif
}
