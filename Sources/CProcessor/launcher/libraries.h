#ifndef LIBRARIES_H
#define LIBRARIES_H

/// Whether this system has what the program is linked with; where it lacks something, says what, the package that
/// holds it and how to install it, instead of the loader's one library at a time.
///
/// `folder` is where the launcher lies. `lib/needed` in it has a line for each library: its name and Debian's package;
/// and one that begins with "glibc", with the oldest version that will do. Without that file the loader has the word.
int course_libraries_are_there(const char *folder);

#endif
