// What every room takes from the system, by one import: files, JSON, dates, and the C library.
//
// Foundation on Linux brings tables for every language of the world into a program that is linked statically, 47 MB of
// them. FoundationEssentials does without, and has what the course needs; what it lacks (`printf`'s formats, threads,
// locks) stands beside this file and in `Threads`. `ImportTests` fails where a source imports Foundation itself.

#if canImport(FoundationEssentials)
    @_exported import FoundationEssentials
#else
    @_exported import Foundation
#endif

#if canImport(Darwin)
    @_exported import Darwin
#elseif canImport(Glibc)
    @_exported import Glibc
#endif
