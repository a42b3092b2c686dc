#ifndef PACKHORSE_ALLOCATOR_H
#define PACKHORSE_ALLOCATOR_H

/// Glibc's settings of its allocator, which its own module leaves out.
#include <malloc.h>

#endif
