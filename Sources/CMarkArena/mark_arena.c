#include "mark_arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A stretch of memory; later stretches lie before earlier ones in the list.
typedef struct block {
  struct block *earlier;
  size_t size;
  size_t used;
  _Alignas(16) unsigned char bytes[];
} block;

/// What stands before each piece, so that it can grow.
typedef struct {
  _Alignas(16) size_t size;
} header;

enum { first_block = 256 * 1024 };

static _Thread_local block *newest;

static void *need(void *memory) {
  if (memory == NULL) abort();
  return memory;
}

static size_t rounded(size_t size) {
  if (size > SIZE_MAX / 2) abort();
  return (size + 15) & ~(size_t)15;
}

static unsigned char *take(size_t size) {
  size_t whole = sizeof(header) + rounded(size);
  if (newest == NULL || newest->size - newest->used < whole) {
    size_t next = newest == NULL ? first_block : newest->size * 2;
    if (next < whole) next = whole;
    block *made = need(malloc(sizeof(block) + next));
    made->earlier = newest;
    made->size = next;
    made->used = 0;
    newest = made;
  }
  header *piece = (header *)(newest->bytes + newest->used);
  newest->used += whole;
  piece->size = rounded(size);
  return (unsigned char *)(piece + 1);
}

static void *arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) abort();
  unsigned char *piece = take(count * size);
  memset(piece, 0, count * size);
  return piece;
}

static void *arena_realloc(void *old, size_t size) {
  if (old == NULL) return take(size);
  header *piece = (header *)old - 1;
  if (size <= piece->size) return old;
  size_t more = rounded(size) - piece->size;
  if ((unsigned char *)old + piece->size == newest->bytes + newest->used &&
      newest->size - newest->used >= more) {
    newest->used += more;
    piece->size += more;
    return old;
  }
  return memcpy(take(size), old, piece->size);
}

static void arena_free(void *piece) { (void)piece; }

cmark_mem *packhorse_arena_allocator(void) {
  static cmark_mem allocator = {arena_calloc, arena_realloc, arena_free};
  return &allocator;
}

packhorse_arena_mark packhorse_arena_begin(void) {
  return (packhorse_arena_mark){newest, newest == NULL ? 0 : newest->used};
}

void packhorse_arena_end(packhorse_arena_mark mark) {
  if (newest == NULL) return;
  // The first block stays for the next parse; what a large text needed goes back.
  while (newest != mark.block && newest->earlier != NULL) {
    block *gone = newest;
    newest = gone->earlier;
    free(gone);
  }
  newest->used = newest == mark.block ? mark.used : 0;
}
