#ifndef PACKHORSE_MARK_ARENA_H
#define PACKHORSE_MARK_ARENA_H

#include <cmark.h>

/// Memory for one parse, taken back all at once: libcmark asks for some three hundred small pieces a page.
///
/// Each thread has an arena of its own. Between a `begin` and its `end` the allocator may be used on this thread alone;
/// pairs may lie inside each other.
typedef struct {
  void *block;
  size_t used;
} packhorse_arena_mark;

/// Remembers how much of the thread's arena is in use.
packhorse_arena_mark packhorse_arena_begin(void);

/// Takes back everything that was asked for since `mark`.
void packhorse_arena_end(packhorse_arena_mark mark);

/// The allocator that takes from the thread's arena; its `free` does nothing. Memory that cannot be had ends the program,
/// as with libcmark's own.
cmark_mem *packhorse_arena_allocator(void);

#endif
