#ifndef CPROCESSOR_H
#define CPROCESSOR_H

#include <stddef.h>

/// The levels of the x86-64 instruction set, as its ABI names them: 1 is what every such processor has, 3 has AVX2
/// and FMA, 4 has AVX-512. 0 stands for arm64, which has one level for all that the course uses.

/// The highest level whose instructions this processor has, and whose registers the system keeps.
int course_level_of_machine(void);

/// The level that this program was built for.
int course_level_of_build(void);

/// "x86-64-v3"; the text lives as long as the program.
const char *course_level_name(int level);

/// Writes the names of those instructions of a level that are missing here, separated by spaces.
void course_missing_instructions(int level, char *names, size_t size);

/// The cores that a thread may run on, as the system writes them.
struct course_cores {
    unsigned long bits[16];
};

/// A thread, for others that send it to a core or ask how long it has computed.
struct course_thread {
    long id;
    long clock;
    int core;
};

/// Keeps the calling thread on one of the cores that it may run on, and tells those it had, and who it is.
///
/// - Returns: 0, with nothing changed, where they are not as many as `count`, or where the system does not let a thread
///   choose (macOS).
int course_keep_on_core(int number, int count, struct course_cores *before, struct course_thread *self);

/// How long a thread has computed, in nanoseconds; 0 for one that has ended.
long long course_computed(const struct course_thread *thread);

/// Sends a thread to a core and keeps it there; nothing where it has ended.
void course_send_to_core(const struct course_thread *thread, int core);

/// Lets the calling thread run where it might before.
void course_leave_core(const struct course_cores *before);

#endif
