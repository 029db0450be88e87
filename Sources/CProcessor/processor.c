#include "cprocessor.h"

#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>

enum { EBX, ECX };

/// One instruction set: the level that it belongs to, and the bit that tells of it.
struct feature {
    int level;
    unsigned leaf;
    int reg;
    int bit;
    const char *name;
};

// Source: System V Application Binary Interface, AMD64 Architecture Processor Supplement, table 3.1; the bits stand in
// Intel's Software Developer's Manual, volume 2A, under CPUID.
static const struct feature features[] = {
    {2, 1, ECX, 0, "SSE3"},           {2, 1, ECX, 9, "SSSE3"},    {2, 1, ECX, 13, "CMPXCHG16B"},
    {2, 1, ECX, 19, "SSE4.1"},        {2, 1, ECX, 20, "SSE4.2"},  {2, 1, ECX, 23, "POPCNT"},
    {2, 0x80000001, ECX, 0, "LAHF"},  {3, 1, ECX, 28, "AVX"},     {3, 7, EBX, 5, "AVX2"},
    {3, 1, ECX, 12, "FMA"},           {3, 1, ECX, 29, "F16C"},    {3, 1, ECX, 22, "MOVBE"},
    {3, 7, EBX, 3, "BMI1"},           {3, 7, EBX, 8, "BMI2"},     {3, 0x80000001, ECX, 5, "LZCNT"},
    {4, 7, EBX, 16, "AVX512F"},       {4, 7, EBX, 17, "AVX512DQ"}, {4, 7, EBX, 28, "AVX512CD"},
    {4, 7, EBX, 30, "AVX512BW"},      {4, 7, EBX, 31, "AVX512VL"},
};

enum { feature_count = sizeof features / sizeof features[0] };

static int has(const struct feature *feature) {
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (!__get_cpuid_count(feature->leaf, 0, &a, &b, &c, &d)) return 0;
    return (feature->reg == EBX ? b : c) >> feature->bit & 1;
}

/// Whether the system keeps the registers of a level when another program has its turn.
static int keeps_registers(int level) {
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (level < 3) return 1;
    // Without OSXSAVE there is no such instruction as XGETBV.
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c >> 27 & 1)) return 0;
    unsigned low = 0, high = 0;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    unsigned needed = level < 4 ? 0x06 : 0xE6;
    return (low & needed) == needed;
}

int course_level_of_machine(void) {
    int level = 4;
    for (int i = 0; i < feature_count; i++)
        if (features[i].level <= level && !has(&features[i])) level = features[i].level - 1;
    while (!keeps_registers(level)) level -= 1;
    return level;
}

void course_missing_instructions(int level, char *names, size_t size) {
    size_t used = 0;
    names[0] = 0;
    for (int i = 0; i < feature_count; i++) {
        if (features[i].level > level || has(&features[i])) continue;
        size_t length = strlen(features[i].name);
        if (used + length + 2 > size) return;
        if (used > 0) names[used++] = ' ';
        memcpy(names + used, features[i].name, length + 1);
        used += length;
    }
    if (used == 0 && !keeps_registers(level)) strncat(names, "(the system keeps no such registers)", size - 1);
}

#else

int course_level_of_machine(void) { return 0; }

void course_missing_instructions(int level, char *names, size_t size) {
    (void)level;
    if (size > 0) names[0] = 0;
}

#endif

const char *course_level_name(int level) {
    static const char *const names[] = {"arm64", "x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4"};
    return level >= 0 && level <= 4 ? names[level] : "unknown";
}
