#define _GNU_SOURCE
#include "folder_exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int packhorse_exchange(int folder, const char *one, const char *other) {
  return renameat2(folder, one, folder, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int packhorse_place(int folder, const char *path) {
  return openat(folder, path, O_PATH | O_CLOEXEC);
}

int packhorse_open_without_links(int folder, const char *path) {
  struct open_how how = {
      .flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

int packhorse_unnamed_file(int folder) {
  return openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

void packhorse_begin_writing_out(int file) {
  // It may be refused, as by a pipe: the file then goes to disk when it would have anyway.
  (void)sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE);
}

int packhorse_synchronise(int folder) {
  return syncfs(folder) == 0 ? 0 : errno;
}
